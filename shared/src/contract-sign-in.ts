import type { Account, DemoSignIn, PasswordChange, PasswordSignIn, ProfileChange, RefreshBody, Tokens } from './auth';
import type {
  Device,
  OfferedWays,
  PhoneBound,
  PhoneCodeRequest,
  PhoneCodeSent,
  PhoneProof,
  SignInWays,
  TotpConfirmed,
  TotpProof,
  TotpSecret,
  TotpStart,
  WechatCode,
} from './sign-in';

/** The routes of signing in and of one's own account, part of the contract. */
export interface SignInRoutes {
  /** 这里能怎么登录 */
  'GET /auth/ways': { reply: OfferedWays };
  /** 演示登录 (only with DEMO=1) */
  'POST /auth/demo': { body: DemoSignIn; reply: Tokens };
  /** 微信登录 (a resident's account, made where there is none) */
  'POST /auth/wechat': { body: WechatCode; reply: Tokens };
  /** 发验证码 (409 SMS_OFF where there is no SMS) */
  'POST /auth/phone': { body: PhoneCodeRequest; reply: PhoneCodeSent };
  /** 手机号登录 */
  'POST /auth/phone/verify': { body: PhoneProof; reply: Tokens };
  /** 账号密码登录 (TOTP_NEEDED: again with `totp`; TOTP_ENROL: bind one first) */
  'POST /auth/password': { body: PasswordSignIn; reply: Tokens };
  /** 换成自己的密码 (with the one that was handed out) */
  'POST /auth/password/change': { body: PasswordChange; reply: Tokens };
  /** 开始绑动态口令 */
  'POST /auth/totp': { body: TotpStart; reply: TotpSecret };
  /** 绑好动态口令 */
  'POST /auth/totp/confirm': { body: TotpProof; reply: TotpConfirmed };
  /** 去掉动态口令 (the district's binds another at its next sign-in) */
  'POST /auth/totp/remove': { body: TotpProof; reply: { ok: true } };
  /** 续期 */
  'POST /auth/refresh': { body: RefreshBody; reply: Tokens };
  /** 退出登录 */
  'POST /auth/logout': { body: RefreshBody; reply: { ok: true } };
  /** 全部退出登录 (every device of whose refresh token it is, this one too) */
  'POST /auth/logout/everywhere': { body: RefreshBody; reply: { ok: true } };

  /** 我的资料 */
  'GET /me': { reply: Account };
  /** 改我的资料 */
  'PATCH /me': { body: ProfileChange; reply: Account };
  /** 我怎么登录 */
  'GET /me/sign-in': { reply: SignInWays };
  /** 用验证码绑手机号 */
  'POST /me/phone': { body: PhoneProof; reply: PhoneBound };
  /** 用微信的手机号 (code of the phone button) */
  'POST /me/phone/wechat': { body: WechatCode; reply: PhoneBound };
  /** 解绑手机号 */
  'DELETE /me/phone': { reply: SignInWays };
  /** 绑微信 */
  'POST /me/wechat': { body: WechatCode; reply: SignInWays };
  /** 解绑微信 */
  'DELETE /me/wechat': { reply: SignInWays };
  /** 登录过的设备, newest first */
  'GET /me/devices': { reply: { items: Device[] } };
  /** 让一台设备退出 */
  'DELETE /me/devices/:id': { reply: { items: Device[] } };
}
