import type { Mode, NewSession, Phase } from '@openday/shared/events';
import type { ErrorDetail, Seats } from '@openday/shared/wire';

interface Timed {
  mode: Mode;
  startsAt: Date;
  endsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  cancelledAt: Date | null;
}

/** What a session is to a resident at `now`. */
export function phaseOf(session: Timed, seats: Seats | null, now: Date): Phase {
  if (session.cancelledAt) return 'cancelled';
  if (now >= session.endsAt) return 'ended';
  if (now >= session.startsAt) return 'ongoing';
  if (session.mode === 'none' || !seats) return 'walkIn';
  if (session.opensAt && now < session.opensAt) return 'soon';
  if (session.closesAt && now >= session.closesAt) return 'closed';
  return seats.left > 0 ? 'open' : 'full';
}

/** What is contradictory in a session somebody wants to hold; empty = nothing. `at` is its field path. */
export function sessionProblems(session: NewSession, at: string): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const say = (field: string, message: string) => problems.push({ field: `${at}.${field}`, message });
  if (session.endsAt <= session.startsAt) say('endsAt', '结束要晚于开始');
  if (session.closesAt && session.closesAt > session.endsAt) say('closesAt', '报名截止不能晚于活动结束');
  if (session.opensAt && session.opensAt >= (session.closesAt ?? session.startsAt))
    say('opensAt', '开始报名要早于报名截止');
  if (!session.venueId && !session.venue) say('venueId', '请选一个场地');
  const seats = (session.quotas ?? []).reduce((sum, quota) => sum + quota.capacity, 0);
  if (session.mode === 'none' && session.quotas?.length) say('quotas', '不用报名的场次没有名额');
  if (session.mode !== 'none' && seats === 0) say('quotas', '请填有多少名额');
  if (new Set(session.quotas?.map(({ name }) => sounded(name))).size !== (session.quotas ?? []).length)
    say('quotas', '名额的名称不能重复');
  return problems;
}

/** A name as people tell it from another: A, a and full-width ａ are one. */
const sounded = (name: string): string => name.normalize('NFKC').toLowerCase().trim();
