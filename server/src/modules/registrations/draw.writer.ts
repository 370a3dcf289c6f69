import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { insertRows } from '../../database/rows';
import { AppError } from '../../http/app-error';
import { Draw } from '../events/draw.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import { Vault } from '../privacy/vault.service';
import { Quota } from '../quotas/quota.entity';
import type { SessionState } from './admission.rules';
import { deskOf } from './desk.queries';
import { type DrawPool, draw, seedOf } from './draw.rules';
import { DrawEntry } from './draw-entry.entity';
import { type DrawList, DrawListWriter, type TicketHolder } from './draw-list.writer';
import { drawnState, type Outcomes, outcomesOf } from './drawn.rules';
import { lockSession, saveStates } from './locked-session.queries';
import { Registration } from './registration.entity';
import { SeatsWriter } from './seats.writer';

const DUE = 'drawDue' as const;

/** Rows changed by one statement. */
const PIECE = 500;

/** Closes lists and draws, under the session's lock; whoever comes second finds it done. */
@Injectable()
export class DrawWriter {
  constructor(
    private readonly lists: DrawListWriter,
    private readonly outbox: OutboxWriter,
    private readonly vault: Vault,
    private readonly seats: SeatsWriter,
  ) {}

  /** Fixes the list once registration is closed; nothing to do before, or twice. */
  async close(manager: EntityManager, sessionId: string): Promise<void> {
    const { session, terms, now } = await this.locked(manager, sessionId);
    if (!terms.drawnAt && isClosed(session, now)) await this.lists.close(manager, terms);
  }

  /** Tells the unit, once, that the number it promised is due. Nothing to do before its time, or once it is drawn. */
  async remind(manager: EntityManager, sessionId: string): Promise<void> {
    const { session, terms, now } = await this.locked(manager, sessionId);
    if (terms.drawnAt || session.cancelled || now < terms.drawsAt || now >= session.startsAt) return;
    const told = (await deskOf(manager, sessionId)).map((accountId) => ({
      accountId,
      subjectId: sessionId,
      kind: DUE,
    }));
    if (told.length && !(await manager.existsBy(OutboxMessage, told))) await this.outbox.append(manager, told, now);
  }

  /**
   * Throws ALREADY_DRAWN, DRAW_NOT_READY before its time or while registration is open, PUBLIC_NUMBER_NEEDED where one
   * was announced, SESSION_CANCELLED, REGISTRATION_CLOSED after the start, NOT_FOUND where nothing is to be drawn.
   */
  async draw(manager: EntityManager, sessionId: string, given: string | undefined): Promise<void> {
    const { session, terms, now } = await this.locked(manager, sessionId);
    if (terms.drawnAt) throw new AppError('ALREADY_DRAWN');
    if (session.cancelled) throw new AppError('SESSION_CANCELLED');
    if (now < terms.drawsAt || !isClosed(session, now)) throw new AppError('DRAW_NOT_READY');
    if (now >= session.startsAt) throw new AppError('REGISTRATION_CLOSED');
    const publicNumber = terms.publicSource === null ? null : given?.trim() || null;
    if (terms.publicSource !== null && !publicNumber) throw new AppError('PUBLIC_NUMBER_NEEDED');

    const list = await this.lists.close(manager, terms);
    const pools = await freePools(manager, session);
    const ceiling = session.ceiling === null ? null : Math.max(0, session.ceiling - takenIn(session));
    const seed = seedOf(this.vault.openBytes(terms.secret), list.hash, publicNumber);
    const lots = list.entries.map((entry) => ({ ...entry, withdrawn: !list.standing.has(entry.ticketNo) }));
    const drawn = draw(seed, lots, pools, ceiling);

    const claimed = await manager.update(
      Draw,
      { sessionId, drawnAt: IsNull() },
      { drawnAt: now, publicNumber, seed, pools, ceiling },
    );
    if (claimed.affected !== 1) throw new AppError('ALREADY_DRAWN');
    await this.storeEntries(manager, list, drawn);
    const outcomes = outcomesOf(drawn, list.standing);
    await saveStates(manager, [[session, drawnState(session, outcomes)]]);
    await this.storeParties(manager, session.waitNumber, outcomes, now);
    await this.seats.letGo(manager, session, idsOf(outcomes.declined));
  }

  private async locked(manager: EntityManager, sessionId: string) {
    const session = await lockSession(manager, sessionId);
    const terms = session && (await manager.findOneBy(Draw, { sessionId }));
    if (!terms) throw new AppError('NOT_FOUND');
    return { session, terms, now: await databaseNow(manager) };
  }

  private async storeEntries(manager: EntityManager, { entries }: DrawList, drawn: ReturnType<typeof draw>) {
    const results = new Map(drawn.map((one) => [one.ticketNo, one]));
    const rows = entries.map((entry) => {
      const { order, outcome } = results.get(entry.ticketNo)!;
      return { ...entry, place: order, outcome };
    });
    if (!rows.length) return;
    await manager.delete(DrawEntry, { sessionId: rows[0]!.sessionId });
    await insertRows(manager, DrawEntry, rows);
  }

  private async storeParties(
    manager: EntityManager,
    last: number,
    outcomes: Outcomes<TicketHolder>,
    now: Date,
  ): Promise<void> {
    const { confirmed, waitlisted, declined } = outcomes;
    const each = async (parties: TicketHolder[], columns: (piece: TicketHolder[]) => object) => {
      for (let from = 0; from < parties.length; from += PIECE) {
        const piece = parties.slice(from, from + PIECE);
        await manager.update(Registration, { id: In(idsOf(piece)) }, { ...columns(piece), updatedAt: now });
      }
    };
    const places = new Map(waitlisted.map(({ id }, i) => [id, last + i + 1]));
    await each(confirmed, () => ({ status: 'confirmed' }));
    await each(declined, () => ({ status: 'declined', liveSubject: null }));
    await each(waitlisted, (piece) => ({
      status: 'waitlisted',
      waitNumber: () => `CASE id ${piece.map(({ id }) => `WHEN '${id}' THEN ${places.get(id)}`).join(' ')} END`,
    }));
    const told = [...confirmed, ...waitlisted, ...declined];
    await this.outbox.append(
      manager,
      told.map(({ id, accountId }) => ({ kind: 'drawn', accountId, subjectId: id })),
      now,
    );
  }
}

const idsOf = (parties: { id: string }[]): string[] => parties.map(({ id }) => id);

const isClosed = ({ closesAt, startsAt }: SessionState, now: Date): boolean => now >= (closesAt ?? startsAt);

const takenIn = ({ pools }: SessionState): number => pools.reduce((sum, { taken }) => sum + taken, 0);

/** What the drawn pools have to give; those by invitation or approval have their own way in. */
async function freePools(manager: EntityManager, { id, pools }: SessionState): Promise<DrawPool[]> {
  const quotas = await manager.find(Quota, {
    where: { sessionId: id, invited: false, approval: false },
    order: { id: 'ASC' },
  });
  return quotas.map((quota) => {
    const { capacity, taken } = pools.find((pool) => pool.id === quota.id) ?? quota;
    return { name: quota.name, capacity: Math.max(0, capacity - taken) };
  });
}
