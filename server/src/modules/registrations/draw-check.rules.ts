import type { DrawView } from '@openday/shared/draws';
import { commitmentOf, draw, listHashOf, seedOf } from './draw.rules';

/**
 * Repeats a published draw. Null when everything follows from it; otherwise the first difference, in Chinese.
 * `committed`: the commitment as somebody noted it before registration opened, where they did.
 */
export function drawDifference(view: DrawView, committed?: string): string | null {
  const { result } = view;
  if (!result) return '还没有抽签';
  if (committed && committed !== view.commitment) return `承诺值与事先公布的不同：${view.commitment}`;
  const secret = Buffer.from(result.secret, 'hex');
  if (commitmentOf(secret) !== view.commitment) return `密钥的 SHA-256 应为 ${view.commitment}`;
  const listHash = listHashOf(view.sessionId, result.entries);
  if (listHash !== result.listHash) return `名单的 SHA-256 应为 ${listHash}，公布的是 ${result.listHash}`;
  if (view.publicSource && !result.publicNumber) return `没有公布“${view.publicSource}”的数字`;
  const seed = seedOf(secret, listHash, result.publicNumber);
  if (seed !== result.seed) return `种子应为 ${seed}，公布的是 ${result.seed}`;
  return outcomeDifference(result, seed);
}

function outcomeDifference({ entries, quotas, ceiling }: NonNullable<DrawView['result']>, seed: string): string | null {
  const lots = entries.map((entry) => ({ ...entry, withdrawn: entry.outcome === 'withdrawn' }));
  const published = new Map(entries.map((entry) => [entry.ticketNo, entry]));
  if (published.size !== entries.length) return '名单里有重复的签号';
  for (const { ticketNo, order, outcome } of draw(seed, lots, quotas, ceiling)) {
    const entry = published.get(ticketNo)!;
    if (entry.order !== order) return `${ticketNo} 号的次序应为 ${order}，公布的是 ${entry.order}`;
    if (entry.outcome !== outcome) return `${ticketNo} 号应为${OUTCOMES[outcome]}，公布的是${OUTCOMES[entry.outcome]}`;
  }
  return null;
}

const OUTCOMES = { confirmed: '中签', waitlisted: '候补', declined: '未中签', withdrawn: '已退出' };
