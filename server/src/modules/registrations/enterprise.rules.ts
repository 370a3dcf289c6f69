import type { ErrorCode } from '@openday/shared/errors';

/** How many seats one enterprise has in a pool; names are told apart as people do. */

interface Limited {
  asksEnterprise: boolean;
  /** Seats one enterprise may have; null = no limit. */
  perEnterprise: number | null;
  /** Seats by enterprise, by its key; filled in where there is a limit. */
  byEnterprise: ReadonlyMap<string, number>;
}

/** 东阿 某某（有限）公司 and 东阿某某(有限)公司 are one. */
export const enterpriseKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

export const asksEnterprise = (pool: Limited | undefined): boolean =>
  pool !== undefined && (pool.asksEnterprise || pool.perEnterprise !== null);

/** Why this enterprise may not have so many seats more; null = it may. */
export function enterpriseRefused(pool: Limited, enterprise: string | null, seats: number): ErrorCode | null {
  const key = enterprise === null ? '' : enterpriseKey(enterprise);
  if (!asksEnterprise(pool)) return null;
  if (!key) return 'ENTERPRISE_REQUIRED';
  if (pool.perEnterprise === null) return null;
  return (pool.byEnterprise.get(key) ?? 0) + seats > pool.perEnterprise ? 'ENTERPRISE_FULL' : null;
}

/** The pool after this enterprise got so many seats, or applied for them; negative: gave back. */
export function takeEnterprise<P extends Limited>(pool: P, enterprise: string | null, seats: number): P {
  if (pool.perEnterprise === null || enterprise === null) return pool;
  const key = enterpriseKey(enterprise);
  return { ...pool, byEnterprise: new Map(pool.byEnterprise).set(key, (pool.byEnterprise.get(key) ?? 0) + seats) };
}
