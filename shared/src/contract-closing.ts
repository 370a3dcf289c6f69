import type { Closing, ClosingCard, ClosingChange, ClosingQuery, PastSession, PublicClosing } from './closing';
import type { NewPaperBatch, PaperBatch, QuestionnaireResults } from './questionnaires';
import type { Id, Page } from './wire';

/** The routes of what came of a session: questionnaires, the closing report, pictures. Part of the contract. */
export interface ClosingRoutes {
  /** 活动总结 */
  'GET /desk/closing': { query: ClosingQuery; reply: Page<ClosingCard> };
  /** 该交的活动总结: past due first, at most 50 */
  'GET /desk/closing/due': { reply: { items: ClosingCard[]; total: number } };
  /** 一场的活动总结 */
  'GET /sessions/:id/closing': { reply: Closing };
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

  /** 问卷结果 */
  'GET /events/:id/questionnaires': { query: { session?: Id }; reply: QuestionnaireResults };
  /** 录一批纸质问卷 */
  'POST /events/:id/paper-batches': { body: NewPaperBatch; reply: PaperBatch };
  /** 改一批纸质问卷 */
  'PUT /paper-batches/:id': { body: NewPaperBatch; reply: PaperBatch };
  /** 删一批纸质问卷 */
  'DELETE /paper-batches/:id': { reply: { ok: true } };
}
