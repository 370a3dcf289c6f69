import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@openday/shared/messages';
import type { RegistrationStatus } from '@openday/shared/registrations';
import { type EntityManager, In, IsNull, LessThanOrEqual } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { changeRows, selectRows } from '../../database/rows';
import { AppError } from '../../http/app-error';
import { OutboxWriter } from '../notifications/outbox.writer';
import { freeIn, type SessionState, seated } from './admission.rules';
import { lockSession, saveStates } from './locked-session.queries';
import { Registration } from './registration.entity';
import { giveBack, settlement } from './seats.rules';
import { isLive, isSeated } from './standing.rules';

/** A registration and its session, both read under the session's lock. */
export interface Locked {
  registration: Registration;
  session: SessionState;
  /** The database's clock. */
  now: Date;
}

type Held = Pick<Registration, 'id' | 'heldBackUntil'>;

/** How a registration ends, as its columns, and what its account is told. */
export interface Ending extends Pick<Partial<Registration>, 'cancelReason' | 'endReason'> {
  status: Extract<RegistrationStatus, 'cancelled' | 'declined' | 'expired'>;
  /** Null where it is told otherwise. */
  told: MessageKind | null;
}

/** The one place that gives freed seats: in the transaction that frees them, under the session's lock. */
@Injectable()
export class SeatsWriter {
  constructor(private readonly outbox: OutboxWriter) {}

  /** Throws NOT_FOUND. */
  async locked(manager: EntityManager, id: string): Promise<Locked> {
    const found = await manager.findOneBy(Registration, { id });
    const session = found && (await lockSession(manager, found.sessionId));
    if (!session) throw new AppError('NOT_FOUND');
    // Read again under the lock: a neighbour may have changed it since.
    return {
      registration: await manager.findOneByOrFail(Registration, { id }),
      session,
      now: await databaseNow(manager),
    };
  }

  /**
   * What the clock does: reserves that are due, offers that ran out, then the line; once it starts, who was never decided
   * about is declined. Returns the session as it is then.
   */
  async settle(manager: EntityManager, sessionId: string, now: Date): Promise<SessionState | null> {
    const session = await lockSession(manager, sessionId);
    if (!session) return null;
    if (!session.cancelled && now >= session.startsAt) await this.declineUndecided(manager, session, now);
    return this.give(manager, session, session, now);
  }

  /** Ends a live registration, with its invitation free again and its seats given on. Throws NOT_LIVE. */
  async end(manager: EntityManager, { registration, session, now }: Locked, ending: Ending): Promise<void> {
    const { id, accountId, status, seats } = registration;
    if (!isLive(status)) throw new AppError('NOT_LIVE');
    const { told, ...columns } = ending;
    await manager.update(Registration, { id }, { ...columns, ...ENDED, updatedAt: now });
    await this.letGo(manager, session, [id]);
    if (told) await this.outbox.append(manager, [{ kind: told, accountId, subjectId: id }], now);
    const waiting = session.waiting - (status === 'waitlisted' ? seats : 0);
    const after = isSeated(status) ? giveBack(session, registration) : session;
    await this.give(manager, session, { ...after, waiting }, now);
  }

  /**
   * Seats a registration that applied. Where it does not fit it goes to the end of the waiting list if the resident
   * wished that; otherwise throws FULL. Throws NOT_APPLIED, SESSION_CANCELLED, and REGISTRATION_CLOSED after the start.
   */
  async seat(manager: EntityManager, { registration, session, now }: Locked): Promise<void> {
    const { id, accountId, quotaId, seats, status, joinWaitlist } = registration;
    if (status !== 'applied') throw new AppError('NOT_APPLIED');
    if (session.cancelled) throw new AppError('SESSION_CANCELLED');
    if (now >= session.startsAt) throw new AppError('REGISTRATION_CLOSED');
    const pool = session.pools.find((p) => p.id === quotaId);
    if (pool && seats <= freeIn(session, pool)) {
      const pools = session.pools.map((p) => (p === pool ? seated(p, seats) : p));
      await saveStates(manager, [[session, { ...session, pools }]]);
      await manager.update(Registration, { id }, { status: 'confirmed', updatedAt: now });
      await this.outbox.append(manager, [{ kind: 'approved', accountId, subjectId: id }], now);
      return;
    }
    if (!joinWaitlist) throw new AppError('FULL');
    const waitNumber = session.waitNumber + 1;
    await saveStates(manager, [[session, { ...session, waitNumber, waiting: session.waiting + seats }]]);
    await manager.update(Registration, { id }, { status: 'waitlisted', waitNumber, updatedAt: now });
    await this.outbox.append(manager, [{ kind: 'waitlisted', accountId, subjectId: id }], now);
  }

  /** `before`: the session as it is stored; `state`: as it has become. Gives what is free in it and stores that. */
  async give(manager: EntityManager, before: SessionState, state: SessionState, now: Date): Promise<SessionState> {
    const sessionId = state.id;
    const overdue = await this.overdue(manager, state, now);
    const free = overdue.length > 0 || state.pools.some(({ capacity, taken }) => taken < capacity);
    const line = state.waiting > 0 && free ? await waitingIn(manager, sessionId) : [];
    const waiting = line.map((party) => ({ ...party, waitNumber: party.waitNumber ?? 0 }));
    const { expired, promoted, confirmBy, session } = settlement(state, overdue, waiting, now);
    await saveStates(manager, [[before, session]]);
    const idsOf = (parties: { id: string }[]) => ({ id: In(parties.map(({ id }) => id)) });
    if (expired.length) {
      await manager.update(Registration, idsOf(expired), { ...ENDED, status: 'expired', updatedAt: now });
      await this.letGo(
        manager,
        session,
        expired.map(({ id }) => id),
      );
    }
    const status = confirmBy ? 'offered' : 'confirmed';
    if (promoted.length)
      await manager.update(Registration, idsOf(promoted), {
        ...{ status, confirmBy, waitNumber: null, heldBackUntil: null, updatedAt: now },
      });
    await this.letWait(manager, line, promoted, now);
    const accounts = new Map([...overdue, ...line].map(({ id, accountId }) => [id, accountId]));
    const told = (kind: MessageKind) => (party: { id: string }) => ({
      kind,
      accountId: accounts.get(party.id)!,
      subjectId: party.id,
    });
    const kind = confirmBy ? 'offered' : 'promoted';
    await this.outbox.append(manager, [...expired.map(told('expired')), ...promoted.map(told(kind))], now);
    return session;
  }

  /** What ended registrations no longer need: ID numbers, asked for the door alone, and their invitations. */
  async letGo(manager: EntityManager, session: SessionState, registrationIds: string[]): Promise<void> {
    if (!registrationIds.length) return;
    await this.forgetIdNumbers(manager, registrationIds);
    if (session.mode !== 'invited' && !session.pools.some(({ invited }) => invited)) return;
    const free = 'UPDATE invitations SET registrationId = NULL';
    const where = 'WHERE registrationId IN (:registrationIds) AND quotaId IN (:quotaIds)';
    await changeRows(manager, `${free} ${where}`, { registrationIds, quotaIds: session.pools.map(({ id }) => id) });
  }

  /** Of however many: a list as one parameter, since a statement has room for 32,766 on the embedded database. */
  async forgetIdNumbers(manager: EntityManager, registrationIds: string[]): Promise<void> {
    const forget = 'UPDATE registration_answers SET idNumbers = NULL';
    const where = 'WHERE registrationId IN (:registrationIds) AND idNumbers IS NOT NULL';
    await changeRows(manager, `${forget} ${where}`, { registrationIds });
  }

  /** Whose hold is over and who got no seat waits like everybody else, and is not looked for again. */
  private async letWait(manager: EntityManager, line: Held[], promoted: { id: string }[], now: Date): Promise<void> {
    const got = new Set(promoted.map(({ id }) => id));
    const ids = line.flatMap(({ id, heldBackUntil }) =>
      heldBackUntil && heldBackUntil <= now && !got.has(id) ? id : [],
    );
    if (ids.length) await manager.update(Registration, { id: In(ids) }, { heldBackUntil: null });
  }

  /** The unit did not look at them, or never entered the number it promised to draw by. */
  private async declineUndecided(manager: EntityManager, session: SessionState, now: Date): Promise<void> {
    const applied = { sessionId: session.id, status: 'applied' as const };
    const left = await manager.find(Registration, { select: { id: true, accountId: true }, where: applied });
    if (!left.length) return;
    const ended = { ...ENDED, status: 'declined' as const, updatedAt: now };
    await manager.update(Registration, { ...applied, ticketNo: IsNull() }, { ...ended, endReason: UNDECIDED.approval });
    await manager.update(Registration, applied, { ...ended, endReason: UNDECIDED.draw });
    await this.letGo(
      manager,
      session,
      left.map(({ id }) => id),
    );
    const told = left.map(({ id, accountId }) => ({ kind: 'declined' as const, accountId, subjectId: id }));
    await this.outbox.append(manager, told, now);
  }

  private overdue(manager: EntityManager, session: SessionState, now: Date): Promise<Registration[]> {
    // In a cancelled session registrations stay as they are.
    if (session.confirmHours === null || session.cancelled) return Promise.resolve([]);
    return manager.findBy(Registration, {
      sessionId: session.id,
      status: 'offered',
      confirmBy: LessThanOrEqual(now),
    });
  }
}

/** Why nobody got a seat whom nobody decided about. */
const UNDECIDED = { draw: '活动开始前没有抽签', approval: '活动开始前没有来得及审核' };

const ENDED = { liveSubject: null, waitNumber: null, heldBackUntil: null };

const LINE = ['id', 'accountId', 'quotaId', 'seats', 'enterprise', 'waitNumber', 'heldBackUntil'] as const;

/** A line may be of thousands: no more of each than is decided on. */
const waitingIn = (manager: EntityManager, sessionId: string) =>
  selectRows(manager, Registration, "WHERE sessionId = :sessionId AND status = 'waitlisted'", { sessionId }, LINE);
