import type { ErrorCode } from '@openday/shared/errors';
import type { Pool } from './admission.rules';

/** How many seats one enterprise has in a pool; names are told apart as people do. */

/** 东阿 某某（有限）公司 and 东阿某某(有限)公司 are one. */
export const enterpriseKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** Why this enterprise may not have so many seats more; null = it may. */
export function enterpriseRefused(pool: Pool, enterprise: string | null, seats: number): ErrorCode | null {
  const key = enterprise === null ? '' : enterpriseKey(enterprise);
  if (!pool.asksEnterprise && pool.perEnterprise === null) return null;
  if (!key) return 'ENTERPRISE_REQUIRED';
  if (pool.perEnterprise === null) return null;
  return (pool.byEnterprise.get(key) ?? 0) + seats > pool.perEnterprise ? 'ENTERPRISE_FULL' : null;
}

/** The pool after this enterprise got so many seats, or applied for them; negative: gave back. */
export function takeEnterprise(pool: Pool, enterprise: string | null, seats: number): Pool {
  if (pool.perEnterprise === null || enterprise === null) return pool;
  const key = enterpriseKey(enterprise);
  return { ...pool, byEnterprise: new Map(pool.byEnterprise).set(key, (pool.byEnterprise.get(key) ?? 0) + seats) };
}
