import type { NewQuota, SessionSetup } from '@openday/shared/sessions';
import type { ErrorDetail } from '@openday/shared/wire';

/** How seats are given out: what contradicts itself in it. */

interface Times {
  startsAt: string;
  endsAt: string;
}

/** What contradicts itself in a setup; empty = nothing. `at`: its field path, empty or ending in a dot. */
export function setupProblems(setup: SessionSetup, { startsAt, endsAt }: Times, at: string): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const say = (field: string, message: string) => problems.push({ field: `${at}${field}`, message });
  const { mode, opensAt, closesAt, cancelsUntil, quotas = [], draw } = setup;
  if (closesAt && closesAt > endsAt) say('closesAt', '报名截止不能晚于活动结束');
  if (opensAt && opensAt >= (closesAt ?? startsAt)) say('opensAt', '开始报名要早于报名截止');
  if (cancelsUntil && cancelsUntil > startsAt) say('cancelsUntil', '取消的期限不能晚于活动开始');
  if (mode === 'none' && quotas.length) say('quotas', '不用报名的场次没有名额');
  if (mode !== 'none' && seatsOf(setup) === 0) say('quotas', '请填有多少名额');
  if (new Set(quotas.map(({ name }) => sounded(name))).size !== quotas.length) say('quotas', '名额的名称不能重复');
  quotas.forEach((quota, i) => {
    if (!quota.releasesAt) return;
    if (i === 0 || !hasPublicPool(setup)) say(`quotas.${i}.releasesAt`, '只有专门留的名额才能放给大家');
    else if (quota.releasesAt >= startsAt) say(`quotas.${i}.releasesAt`, '放给大家的时间要早于活动开始');
  });
  if (mode === 'draw' && !draw) say('draw', '请定什么时候抽签');
  if (mode !== 'draw' && draw) say('draw', '只有抽签的场次才定抽签时间');
  if (mode === 'draw' && !hasPublicPool(setup)) say('quotas', '抽签要有给大家的名额');
  if (mode === 'draw' && !closesAt) say('closesAt', '抽签的场次要定报名截止时间');
  if (draw && closesAt && draw.drawsAt < closesAt) say('draw.drawsAt', '抽签不能早于报名截止');
  if (draw && draw.drawsAt >= startsAt) say('draw.drawsAt', '抽签要在活动开始之前');
  return problems;
}

/** Nobody may give out more seats than the room holds. `capacity`: null = not stated. */
export function roomProblems(seats: number, capacity: number | null, field: string): ErrorDetail[] {
  if (capacity === null || seats <= capacity) return [];
  return [{ field, message: `场地只坐得下 ${capacity} 人，名额一共 ${seats} 个，请减少名额或换个场地` }];
}

/** Seats that can be given out in all. */
export function seatsOf({ quotas = [], ceiling }: Pick<SessionSetup, 'ceiling'> & { quotas?: { capacity: number }[] }) {
  const sum = quotas.reduce((all, { capacity }) => all + capacity, 0);
  return Math.min(sum, ceiling ?? sum);
}

/** Whether who may have how many seats is otherwise than it stands: what 备案 looked at. */
export function reseats(
  before: Pick<SessionSetup, 'mode'> & { ceiling: number | null; quotas: (Named & { invited: boolean })[] },
  { mode, ceiling, quotas = [] }: SessionSetup,
): boolean {
  const pool = ({ name, capacity, invited }: Named) => JSON.stringify([name, capacity, invited ?? mode === 'invited']);
  const all = (pools: Named[]) => pools.map(pool).sort().join();
  return before.mode !== mode || before.ceiling !== (ceiling ?? null) || all(before.quotas) !== all(quotas);
}

type Named = Pick<NewQuota, 'name' | 'capacity' | 'invited'>;

/** The first pool is for everybody, unless one comes by invitation. */
const hasPublicPool = ({ mode, quotas = [] }: SessionSetup): boolean =>
  mode !== 'invited' && quotas[0]?.invited !== true;

/**
 * A name as people tell it from another when it is read out: A, a, á and full-width ａ are one, and so are all emoji. No
 * finer than MariaDB's collation, which takes them for one too.
 */
export const sounded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .toLowerCase()
    .trim();
