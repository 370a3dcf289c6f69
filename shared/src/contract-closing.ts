import type { Closing, ClosingCard, ClosingChange, ClosingQuery, PastSession, PublicClosing } from './closing';
import type { Page } from './wire';

/** The routes of the closing report, part of the contract. */
export interface ClosingRoutes {
  /** 活动总结 */
  'GET /desk/closing': { query: ClosingQuery; reply: Page<ClosingCard> };
  /** 该交的活动总结: past due first, at most 50 */
  'GET /desk/closing/due': { reply: { items: ClosingCard[]; total: number } };
  /** 一场的活动总结 */
  'GET /sessions/:id/closing': { reply: Closing };
  /** 一场的活动总结 (Word) */
  'GET /sessions/:id/closing.docx': { reply: string };
  /** 填活动总结 */
  'PATCH /sessions/:id/closing': { body: ClosingChange; reply: Closing };
  /** 公布总结 */
  'POST /sessions/:id/closing/publish': { reply: Closing };
  /** 撤下总结 */
  'POST /sessions/:id/closing/unpublish': { reply: Closing };
  /** 活动总结，居民看的 */
  'GET /events/:id/closing': { reply: { items: PublicClosing[] } };
  /** 补录一场 */
  'POST /desk/past-sessions': { body: PastSession; reply: Closing };
}
