import { Injectable } from '@nestjs/common';
import { dayOf } from '@openday/shared/dates';
import type { ErrorDetail } from '@openday/shared/wire';
import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { tellShown } from '../changes/changes.writer';
import { Draw } from '../events/draw.entity';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { roomProblems, seatsOf } from '../events/setup.rules';
import { OutboxWriter, type Told } from '../notifications/outbox.writer';
import { SiteNewsWriter } from '../notifications/site-news.writer';
import { Quota } from '../quotas/quota.entity';
import { Venue } from '../venues/venue.entity';
import { venueInReach } from '../venues/venue.queries';
import type { SessionState } from './admission.rules';
import { lockEvents } from './event-locks.queries';
import { lockSession } from './locked-session.queries';
import { Registration } from './registration.entity';
import { displaced, frontOfLine, giveBack } from './seats.rules';
import { SeatsWriter } from './seats.writer';
import {
  alongside,
  type Change,
  type Changed,
  changedTimes,
  changeProblems,
  displacing,
  effects,
} from './session-change.rules';
import { isSeated, LIVE } from './standing.rules';
import { everybody, followers, withNote } from './told.queries';

/** What was done to people. */
export interface Affected {
  /** Accounts told. */
  told: number;
  /** Parties that lost their seat and stand first in line. */
  displaced: number;
}

const DAY_MS = 24 * 3_600_000;

/** AFFECTS_PEOPLE, and who would lose their seat: naming them to a unit is a reading of its own. */
export class AffectsPeople extends AppError {
  constructor(
    effect: ErrorDetail[],
    readonly over: Registration[],
  ) {
    super('AFFECTS_PEOPLE', effect);
  }
}

/** Changes a session with all that this does to those in it, inside the caller's transaction. */
@Injectable()
export class SessionChangeWriter {
  constructor(
    private readonly outbox: OutboxWriter,
    private readonly audit: AuditWriter,
    private readonly seats: SeatsWriter,
    private readonly news: SiteNewsWriter,
  ) {}

  /**
   * Moves a session, or changes when it takes registrations and how many. Throws BAD_REQUEST with what contradicts,
   * SESSION_CANCELLED, and AFFECTS_PEOPLE with how many where `confirm` is not said. Scope is the caller's to check.
   */
  async change(
    manager: EntityManager,
    caller: Caller,
    { id }: Pick<EventSession, 'id'>,
    change: Change,
    now: Date,
  ): Promise<Affected> {
    const { state, row } = await this.locked(manager, id);
    if (state.cancelled) throw new AppError('SESSION_CANCELLED');
    const elsewhere = change.venueId !== undefined && change.venueId !== row.venueId;
    const venue = elsewhere
      ? await venueInReach(manager, caller, change.venueId!)
      : await manager.findOneByOrFail(Venue, { id: row.venueId });
    const { told: news, ...times } = changedTimes(row, change, elsewhere, now);
    const wanted = this.changed(state, change, times, now);
    const live = await manager.find(Registration, { where: { sessionId: id, status: In(LIVE) } });
    const over = displaced(
      wanted.pools,
      live.filter(({ status, quotaId }) => isSeated(status) && shrinks(wanted, quotaId)),
    );
    const displacedSeats = over.reduce((sum, { seats }) => sum + seats, 0);
    const draw = await manager.findOneBy(Draw, { sessionId: id, drawnAt: IsNull() });
    const resized = change.quotas?.length || change.venueId;
    const seats = seatsOf({ quotas: wanted.pools, ceiling: wanted.ceiling ?? undefined });
    const problems = [
      ...changeProblems(row, times, draw && { ...draw, closed: draw.listHash !== null }, now),
      ...(resized ? roomProblems(seats, venue.capacity, 'quotas') : []),
      ...displacing(row, times, displacedSeats, now),
    ];
    if (problems.length) throw new AppError('BAD_REQUEST', problems);

    const told: Told[] = [
      ...(news ? await everybody(manager, row.eventId, live, 'changed', now) : []),
      ...over.map(({ accountId, id: subjectId }) => ({ kind: 'displaced' as const, accountId, subjectId })),
    ];
    const affected = { told: new Set(told.map(({ accountId }) => accountId)).size, displaced: over.length };
    const holders = new Set((news ? live : over).map(({ accountId }) => accountId));
    const effect = effects({ told: holders.size, displacedSeats });
    if (effect.length && !change.confirm) throw new AffectsPeople(effect, over);

    await manager.update(EventSession, { id }, { ...times, venueId: venue.id });
    await this.moveReserves(manager, state, wanted);
    if (news) await this.clampHolds(manager, id, times.startsAt);
    const sameDay = dayOf(row.startsAt.getTime()) === dayOf(now.getTime());
    await this.outbox.append(manager, withNote(told, change.reason, sameDay), now);
    await this.toFront(manager, over, live, now);
    const waiting = state.waiting + displacedSeats;
    await this.seats.give(manager, state, { ...over.reduce(giveBack, wanted), waiting }, now);
    await this.audit.append(manager, { accountId: caller.id, act: 'session.change', target: ['session', id] });
    await this.news.append(manager, 'session.changed', [id], now);
    await tellShown(manager, { sessions: [id] });
    return affected;
  }

  /** Registrations stay as they are; everybody in it, and who follows the event, is told. Cancelling twice tells nobody. */
  async cancel(
    manager: EntityManager,
    caller: Caller,
    { id }: Pick<EventSession, 'id'>,
    reason: string,
    now: Date,
  ): Promise<Affected> {
    const told = await this.cancelled(manager, id, reason, now);
    if (!told) return { told: 0, displaced: 0 };
    await this.outbox.append(manager, withNote(told, reason), now);
    await this.audit.append(manager, { accountId: caller.id, act: 'session.cancel', target: ['session', id] });
    return { told: new Set(told.map(({ accountId }) => accountId)).size, displaced: 0 };
  }

  /** The event with all sessions that are not over; its followers are told once. Cancelling twice tells nobody. */
  async cancelEvent(manager: EntityManager, caller: Caller, event: Event, reason: string, now: Date): Promise<void> {
    await lockEvents(manager, [event.id]);
    // Whoever comes second has waited for the row, and finds it done.
    const first = { id: event.id, state: Not('cancelled') } as const;
    const done = await manager.update(Event, first, { state: 'cancelled', updatedAt: now });
    if (done.affected !== 1) return;
    const sessions = await manager.find(EventSession, {
      where: { eventId: event.id, cancelledAt: IsNull(), endsAt: MoreThan(now) },
      order: { id: 'ASC' },
    });
    const told: Told[] = [];
    for (const { id } of sessions) told.push(...((await this.cancelled(manager, id, reason, now)) ?? []));
    if (!sessions.length) told.push(...(await followers(manager, event.id, 'sessionCancelled', now)));
    const once = new Map(told.map((one) => [`${one.accountId} ${one.subjectId}`, one]));
    await this.outbox.append(manager, withNote([...once.values()], reason), now);
    await this.audit.append(manager, { accountId: caller.id, act: 'event.cancel', target: ['event', event.id] });
  }

  /** Whom to tell; null where it was cancelled before. What was asked for the gate alone is needed no more. */
  private async cancelled(manager: EntityManager, id: string, reason: string, now: Date): Promise<Told[] | null> {
    const { state, row } = await this.locked(manager, id);
    if (state.cancelled) return null;
    if (row.endsAt <= now) throw new AppError('BAD_REQUEST', [{ field: 'id', message: '这场已经结束了，不能再取消' }]);
    await manager.update(EventSession, { id }, { cancelledAt: now, cancelReason: reason });
    const live = await manager.find(Registration, { where: { sessionId: id, status: In(LIVE) } });
    await this.seats.forgetIdNumbers(
      manager,
      live.map((registration) => registration.id),
    );
    await this.news.append(manager, 'session.cancelled', [id], now);
    await tellShown(manager, { sessions: [id] });
    return everybody(manager, row.eventId, live, 'sessionCancelled', now);
  }

  private async locked(manager: EntityManager, id: string): Promise<{ state: SessionState; row: EventSession }> {
    const state = await lockSession(manager, id);
    if (!state) throw new AppError('NOT_FOUND');
    return { state, row: await manager.findOneByOrFail(EventSession, { id }) };
  }

  /** The state as wanted; throws QUOTA_UNKNOWN for a pool of another session. */
  private changed(state: SessionState, { quotas = [] }: Change, times: Omit<Changed, 'told'>, now: Date): SessionState {
    if (quotas.some(({ id }) => !state.pools.some((pool) => pool.id === id))) throw new AppError('QUOTA_UNKNOWN');
    const capacities = new Map(quotas.map(({ id, capacity }) => [id, capacity]));
    const pools = state.pools.map((pool) => ({
      ...pool,
      capacity: capacities.get(pool.id) ?? pool.capacity,
      // What has gone to everybody does not come back.
      releasesAt:
        pool.releasesAt && pool.releasesAt > now
          ? alongside(pool.releasesAt, state.startsAt, times.startsAt)
          : pool.releasesAt,
    }));
    return { ...state, ...times, pools };
  }

  private async moveReserves(manager: EntityManager, before: SessionState, { pools }: SessionState): Promise<void> {
    for (const { id, releasesAt } of pools) {
      const was = before.pools.find((pool) => pool.id === id)?.releasesAt ?? null;
      if (releasesAt?.getTime() !== was?.getTime()) await manager.update(Quota, { id }, { releasesAt });
    }
  }

  private async toFront(manager: EntityManager, over: Registration[], live: Registration[], now: Date): Promise<void> {
    const line = live.flatMap(({ waitNumber }) => (waitNumber === null ? [] : [{ waitNumber }]));
    for (const [id, waitNumber] of frontOfLine(over, line))
      await manager.update(Registration, { id }, { status: 'waitlisted', waitNumber, confirmBy: null, updatedAt: now });
  }

  /** Offers end, and nobody is held back, as the new start has it. */
  private async clampHolds(manager: EntityManager, sessionId: string, startsAt: Date): Promise<void> {
    const lastDay = new Date(startsAt.getTime() - DAY_MS);
    const offered = { sessionId, status: 'offered' as const, confirmBy: MoreThan(startsAt) };
    await manager.update(Registration, offered, { confirmBy: startsAt });
    const held = { sessionId, status: 'waitlisted' as const, heldBackUntil: MoreThan(lastDay) };
    await manager.update(Registration, held, { heldBackUntil: lastDay });
  }
}

const shrinks = ({ pools }: SessionState, quotaId: string): boolean =>
  pools.some(({ id, capacity, taken }) => id === quotaId && taken > capacity);
