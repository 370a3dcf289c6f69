import type { Account, Tokens } from './auth';
import type { Id, Instant } from './wire';

/** 微信 · 手机号 · 账号密码 · 门口邀请 · 演示 */
export type SignInWay = 'wechat' | 'phone' | 'password' | 'door' | 'demo';

/** By what one can sign in on this server at all; a password and an invitation always do. */
export interface OfferedWays {
  /** Anybody, as anybody. */
  demo: boolean;
  wechat: boolean;
  /** A code by SMS. */
  sms: boolean;
}

export interface WechatCode {
  /** Of `wx.login`, or of the phone button. @minLength 1 @maxLength 200 */
  code: string;
}

export interface PhoneCodeRequest {
  /** Mainland mobile. @pattern ^1[3-9]\d{9}$ */
  phone: string;
}

export interface PhoneCodeSent {
  /** Before another one may be asked for. */
  waitSeconds: number;
}

export interface PhoneProof {
  /** @pattern ^1[3-9]\d{9}$ */
  phone: string;
  /** As it came by SMS. @pattern ^\d{6}$ */
  code: string;
}

export interface PhoneBound {
  account: Account;
  /** The number was another account's of the same person: these are its, and it has what this one had. Null = as before. */
  tokens: Tokens | null;
}

/** By what one can sign in. */
export interface SignInWays {
  /** Own phone is proven. */
  phone: boolean;
  wechat: boolean;
  password: boolean;
  totp: boolean;
}

export interface TotpStart {
  /** @minLength 1 @maxLength 40 */
  username: string;
  /** @minLength 1 @maxLength 200 */
  password: string;
}

export interface TotpProof {
  /** @minLength 1 @maxLength 40 */
  username: string;
  /** @minLength 1 @maxLength 200 */
  password: string;
  /** Six digits, or a recovery code. @minLength 6 @maxLength 20 */
  totp: string;
}

export interface TotpSecret {
  /** To be typed: base32. */
  secret: string;
  /** To be scanned: `otpauth://…`. */
  uri: string;
}

export interface TotpConfirmed {
  /** Shown this once: each stands in for the 动态口令 once. */
  recoveryCodes: string[];
  tokens: Tokens;
}

/** 登录过的设备 */
export interface Device {
  id: Id;
  way: SignInWay;
  /** iPhone · 微信 */
  device: string;
  signedInAt: Instant;
  seenAt: Instant;
  /** The one that asks. */
  here: boolean;
}
