import type { Id } from './wire';

export const ROLES = ['resident', 'staff', 'organizer', 'district', 'observer'] as const;
/** 居民 · 门口人员 · 单位 · 区级 · 只看不改 (sees the desk of its unit and those below, changes nothing) */
export type Role = (typeof ROLES)[number];

export interface Account {
  id: Id;
  role: Role;
  /** Own name or form of address (称呼); empty until given. */
  name: string;
  /** Own phone's last four digits; null until given. */
  phoneLast4: string | null;
  /** 满60岁, as they say themselves. */
  over60: boolean;
  organizer: { id: Id; name: string } | null;
}

export interface Tokens {
  /** JWT, sent as `Authorization: Bearer`. */
  accessToken: string;
  /** Single use: refreshing returns the next one. */
  refreshToken: string;
  account: Account;
}

export interface DemoSignIn {
  role: Role;
  /**
   * Which demo account: the same name is the same account.
   * @minLength 1
   * @maxLength 20
   */
  name?: string;
}

export interface PasswordSignIn {
  /** @minLength 1 @maxLength 40 */
  username: string;
  /** @minLength 1 @maxLength 200 */
  password: string;
  /** 动态口令: six digits, or a recovery code. @minLength 6 @maxLength 20 */
  totp?: string;
}

/** A password of one's own instead of the one that was handed out, which is good for this alone. */
export interface PasswordChange {
  /** @minLength 1 @maxLength 40 */
  username: string;
  /** @minLength 1 @maxLength 200 */
  password: string;
  /** Another one. @minLength 10 @maxLength 200 */
  newPassword: string;
  /** 动态口令, where one is bound. @minLength 6 @maxLength 20 */
  totp?: string;
}

export interface RefreshBody {
  /** @minLength 20 @maxLength 200 */
  refreshToken: string;
}

export interface ProfileChange {
  /** @minLength 1 @maxLength 20 */
  name?: string;
  /**
   * Mainland mobile; only with DEMO=1, elsewhere it is proven (POST /me/phone).
   * @pattern ^1[3-9]\d{9}$
   */
  phone?: string;
  over60?: boolean;
}
