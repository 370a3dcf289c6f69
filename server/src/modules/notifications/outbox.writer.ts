import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@openday/shared/messages';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config';
import { Ids } from '../../database/ids';
import { insertRows } from '../../database/rows';
import { KINDS } from './kinds.rules';
import { OutboxMessage } from './outbox-message.entity';

export interface Told {
  kind: MessageKind;
  accountId: string;
  /** The registration or event it is about. */
  subjectId: string;
  /** The unit's own words on why. */
  note?: string | null;
  /** It undoes what was to be today. */
  sameDay?: boolean;
}

/** Writes who is to be told inside the transaction that causes it, so nothing is told that did not happen. */
@Injectable()
export class OutboxWriter {
  constructor(
    private readonly ids: Ids,
    private readonly config: Config,
  ) {}

  async append(manager: EntityManager, told: Told[], now: Date): Promise<void> {
    await insertRows(
      manager,
      OutboxMessage,
      told.map((one) => ({
        note: null,
        sameDay: false,
        ...one,
        id: this.ids.next(),
        dueAt: this.isDue(one.kind) ? now : null,
        createdAt: now,
      })),
    );
  }

  /** Where nothing can be sent, only what somebody is rung about is looked at again. */
  private isDue(kind: MessageKind): boolean {
    const { leaves = false, rings = false } = KINDS[kind];
    return rings || (leaves && Boolean(this.config.wechat || this.config.sms));
  }
}
