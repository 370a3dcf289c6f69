import { momentText } from '@openday/shared/dates';
import type { SessionChange } from '@openday/shared/sessions';
import type { ErrorDetail } from '@openday/shared/wire';
import { maskName } from '../privacy/masking.rules';

/** A unit's change to a session that may have people in it: what it comes to and what contradicts itself. */

/** Its times as stored; `closesAt` null = when it starts. */
export interface Times {
  startsAt: Date;
  endsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  cancelsUntil: Date | null;
}

/** What a unit changes; `renamed`: its event is called otherwise from now on, which is told as a move is. */
export interface Change extends SessionChange {
  renamed?: boolean;
}

export interface Changed extends Times {
  /** When, where or what it is has changed: those registered are told. */
  told: boolean;
}

/** The times after the change. What was tied to the start, or told by its distance to it, moves with it. */
export function changedTimes(before: Times, change: Change, elsewhere: boolean, now: Date): Changed {
  const instant = (text: string | undefined, else_: Date) => (text === undefined ? else_ : new Date(text));
  const startsAt = instant(change.startsAt, before.startsAt);
  const length = before.endsAt.getTime() - before.startsAt.getTime();
  // Moved without an end it lasts as long as it did.
  const endsAt = instant(change.endsAt, change.startsAt ? new Date(startsAt.getTime() + length) : before.endsAt);
  const tied = before.closesAt?.getTime() === before.startsAt.getTime();
  const closesAt = change.closesAt ? new Date(change.closesAt) : tied ? startsAt : before.closesAt;
  const moved = elsewhere || !same(startsAt, before.startsAt) || !same(endsAt, before.endsAt);
  const told = moved || change.renamed === true;
  const cancels = before.cancelsUntil && alongside(before.cancelsUntil, before.startsAt, startsAt);
  return {
    startsAt,
    endsAt,
    opensAt: change.opensAt ? new Date(change.opensAt) : before.opensAt,
    closesAt,
    // Whom the news reaches after the last moment to cancel can cancel all the same.
    cancelsUntil: cancels && told && cancels <= now ? startsAt : cancels,
    told,
  };
}

/** A moment that was told by its distance to the start, after the start moved. */
export const alongside = (at: Date, was: Date, is: Date): Date => new Date(at.getTime() + is.getTime() - was.getTime());

/** Told to the unit that asked for it: `时间、地点改了，已经生效` */
export function inForce({ change, setup }: { change: SessionChange; setup?: unknown }): string {
  const parts = [
    (change.startsAt || change.endsAt) && '时间',
    change.venueId && '地点',
    setup ? '报名方式和名额' : change.quotas?.length && '名额',
  ];
  return `${parts.filter(Boolean).join('、')}改了，已经生效`;
}

const same = (a: Date, b: Date): boolean => a.getTime() === b.getTime();

/** A draw that is not drawn yet; `closed`: its list stands. */
export interface Drawing {
  drawsAt: Date;
  closed: boolean;
}

/** What contradicts itself in the changed times; empty = nothing. */
export function changeProblems(before: Times, after: Times, draw: Drawing | null, now: Date): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  const moved = after.startsAt.getTime() !== before.startsAt.getTime();
  if (before.endsAt <= now) say('endsAt', '这场已经结束了，不能再改');
  else if (moved && after.startsAt <= now) say('startsAt', '定的时间已经过去了，请另定');
  if (after.endsAt <= after.startsAt) say('endsAt', '结束要晚于开始');
  if (after.closesAt && after.closesAt > after.endsAt) say('closesAt', '报名截止不能晚于活动结束');
  if (after.opensAt && after.opensAt >= (after.closesAt ?? after.startsAt)) say('opensAt', '开始报名要早于报名截止');
  const reopened = after.closesAt?.getTime() !== before.closesAt?.getTime();
  if (draw?.closed && reopened) say('closesAt', '抽签的名单已经封存，截止时间不能再改');
  const drawsAt = draw?.drawsAt;
  if (drawsAt && (drawsAt < (after.closesAt ?? after.startsAt) || drawsAt >= after.startsAt))
    say(
      'startsAt',
      `${momentText(drawsAt.toISOString(), now.getTime())}要抽签：报名要在那之前截止，活动要在那之后开始`,
    );
  return problems;
}

/** From so long before the start nobody loses a seat: people are on their way, or have come. */
const SETTLED_MS = 2 * 3_600_000;

/** Why pools cannot become smaller than what is taken; empty = they can. `over`: people who would lose their seat. */
export function displacing(before: Times, after: Times, over: number, now: Date): ErrorDetail[] {
  const settled = now >= before.startsAt || now.getTime() >= after.startsAt.getTime() - SETTLED_MS;
  if (!over || !settled) return [];
  return [{ field: 'quotas', message: `马上开始或已经开始了，有 ${over} 人会没有名额，不能再减` }];
}

/** What a change does to people, in words a unit decides by; empty = it does nothing to anybody. */
export function effects({ told, displacedSeats }: { told: number; displacedSeats: number }): ErrorDetail[] {
  return [
    ...(told ? [{ field: 'confirm', message: `已报名的 ${told} 人会收到通知` }] : []),
    ...(displacedSeats ? [{ field: 'quotas', message: `有 ${displacedSeats} 人要回到候补最前面` }] : []),
  ];
}

const MOST_NAMED = 30;

interface NamedParty {
  name: string;
  phoneLast4: string | null;
  seats: number;
}

/** Who would lose their seat, masked, a line each as far as one reads; the rest counted. */
export function displacedNames(parties: NamedParty[]): ErrorDetail[] {
  const lines = parties
    .slice(0, MOST_NAMED)
    .map(({ name, phoneLast4, seats }) =>
      [maskName(name), phoneLast4 && `尾号 ${phoneLast4}`, `${seats} 人`].filter(Boolean).join('，'),
    );
  const rest = parties.length - lines.length;
  return [...lines, ...(rest > 0 ? [`还有 ${rest} 份`] : [])].map((message) => ({ field: 'displaced', message }));
}
