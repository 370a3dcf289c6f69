import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows, selectRows } from '../../database/rows';
import { Draw } from '../events/draw.entity';
import { maskName } from '../privacy/masking.rules';
import { Vault } from '../privacy/vault.service';
import { Quota } from '../quotas/quota.entity';
import { listHashOf } from './draw.rules';
import { DrawEntry } from './draw-entry.entity';
import { Registration } from './registration.entity';

const TICKET = ['id', 'sessionId', 'accountId', 'quotaId', 'ticketNo', 'name', 'seats', 'joinWaitlist'] as const;

/** A party that takes part. */
export type TicketHolder = Pick<Registration, (typeof TICKET)[number]> & { ticketNo: number };

export interface DrawList {
  hash: string;
  /** By ticket number, as they stood when the list was closed. */
  entries: DrawEntry[];
  /** Those that still take part, by ticket number. */
  standing: Map<number, TicketHolder>;
}

/** The list of a draw: fixed when registration closes, so that nobody can change it once the public number is known. */
@Injectable()
export class DrawListWriter {
  constructor(private readonly vault: Vault) {}

  /**
   * The closed list; closes it if it is not, or if registration was opened again since and somebody came.
   * Under the session's lock, and only while registration is closed.
   */
  async close(manager: EntityManager, { sessionId, listHash }: Draw): Promise<DrawList> {
    const of = 'WHERE sessionId = :sessionId';
    const applied = await selectRows(
      manager,
      Registration,
      `${of} AND status = 'applied' AND ticketNo IS NOT NULL`,
      { sessionId },
      TICKET,
    );
    const standing = new Map(
      applied.flatMap(({ ticketNo, ...party }) => (ticketNo === null ? [] : [[ticketNo, { ...party, ticketNo }]])),
    );
    const closed = await selectRows(manager, DrawEntry, `${of} ORDER BY ticketNo`, { sessionId });
    const listed = new Map(closed.map(({ ticketNo, seats }) => [ticketNo, seats]));
    const holds = [...standing].every(([ticketNo, { seats }]) => seats <= (listed.get(ticketNo) ?? 0));
    if (listHash && holds) return { hash: listHash, entries: closed, standing };

    const quotas = new Map((await manager.findBy(Quota, { sessionId })).map(({ id, name }) => [id, name]));
    const entries = [...standing.values()]
      .map((party) => this.entry(party, quotas.get(party.quotaId) ?? ''))
      .sort((a, b) => a.ticketNo - b.ticketNo);
    const hash = listHashOf(sessionId, entries);
    await manager.delete(DrawEntry, { sessionId });
    await insertRows(manager, DrawEntry, entries);
    await manager.update(Draw, { sessionId }, { listHash: hash });
    return { hash, entries, standing };
  }

  private entry({ sessionId, ticketNo, name, seats, joinWaitlist }: TicketHolder, quota: string): DrawEntry {
    const maskedName = maskName(this.vault.open(name));
    return { sessionId, ticketNo, maskedName, seats, quota, joinWaitlist, place: 0, outcome: null };
  }
}
