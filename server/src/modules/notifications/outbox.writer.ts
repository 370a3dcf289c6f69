import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { insertRows } from '../../database/rows';
import { type MessageKind, OutboxMessage } from './outbox-message.entity';

export interface Told {
  kind: MessageKind;
  accountId: string;
  /** The registration or event it is about. */
  subjectId: string;
  /** The unit's own words on why. */
  note?: string | null;
}

/** Writes who is to be told inside the transaction that causes it, so nothing is told that did not happen. */
@Injectable()
export class OutboxWriter {
  constructor(private readonly ids: Ids) {}

  async append(manager: EntityManager, told: Told[], now: Date): Promise<void> {
    await insertRows(
      manager,
      OutboxMessage,
      told.map((one) => ({ note: null, ...one, id: this.ids.next(), createdAt: now })),
    );
  }
}
