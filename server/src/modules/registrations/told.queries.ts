import { type EntityManager, In } from 'typeorm';
import { Follow } from '../events/follow.entity';
import type { Told } from '../notifications/outbox.writer';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import type { Registration } from './registration.entity';

/** Each registration's account about it; followers who have none, about the event. */
export async function everybody(
  manager: EntityManager,
  eventId: string,
  live: Registration[],
  kind: Told['kind'],
  now: Date,
): Promise<Told[]> {
  const registered = new Set(live.map(({ accountId }) => accountId));
  const others = await followers(manager, eventId, kind, now);
  return [
    ...live.map(({ id, accountId }) => ({ kind, accountId, subjectId: id })),
    ...others.filter(({ accountId }) => !registered.has(accountId)),
  ];
}

/** Who follows the event and was not told so about it at this very moment: of several sessions they hear once. */
export async function followers(
  manager: EntityManager,
  eventId: string,
  kind: Told['kind'],
  now: Date,
): Promise<Told[]> {
  const accounts = (await manager.findBy(Follow, { eventId })).map(({ accountId }) => accountId);
  if (!accounts.length) return [];
  const about = { accountId: In(accounts), subjectId: eventId, kind, createdAt: now };
  const told = new Set((await manager.findBy(OutboxMessage, about)).map(({ accountId }) => accountId));
  return accounts.flatMap((accountId) => (told.has(accountId) ? [] : { kind, accountId, subjectId: eventId }));
}

/** With the unit's own words; `sameDay`: it undoes what was to be today. */
export const withNote = (told: Told[], note: string | undefined, sameDay = false): Told[] =>
  told.map((one) => ({ ...one, note: note ?? null, sameDay }));
