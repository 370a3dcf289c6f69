import type {
  Consent,
  ConsentWithdrawal,
  Erasure,
  ErasurePreview,
  MessageSettings,
  MessageSettingsChange,
  MyData,
  MyFollows,
  NewConsent,
} from './me';

/** The routes of one's own data, part of the contract. */
export interface MeRoutes {
  /** 导出我的资料 */
  'GET /me/export': { reply: MyData };
  /** 导出我的资料 (Excel) */
  'GET /me/export.xlsx': { reply: string };
  /** 删除账号会怎样 */
  'GET /me/erasure': { reply: ErasurePreview };
  /** 删除账号 (again = the same answer) */
  'DELETE /me': { body: Erasure; reply: { ok: true } };
  /** 我关注的 */
  'GET /me/follows': { reply: MyFollows };
  /** 我同意过的 */
  'GET /me/consents': { reply: { items: Consent[] } };
  /** 记下同意 */
  'POST /me/consents': { body: NewConsent; reply: Consent };
  /** 撤回同意 */
  'POST /me/consents/withdraw': { body: ConsentWithdrawal; reply: { items: Consent[] } };
  /** 消息设置 */
  'GET /me/settings': { reply: MessageSettings };
  /** 改消息设置 */
  'PATCH /me/settings': { body: MessageSettingsChange; reply: MessageSettings };
}
