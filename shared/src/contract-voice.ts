import type { HeldPublication, PublicationRefusal } from './publications';
import type { NewPaperBatch, PaperBatch, QuestionnaireResults } from './questionnaires';
import type { MyResponse, MyResponses, NewResponse, ResponseTotals } from './responses';
import type {
  DeskSuggestion,
  DeskSuggestionCard,
  DeskSuggestionQuery,
  EventAnswers,
  NewSuggestion,
  RevealedSuggestion,
  Suggestion,
  SuggestionAnswer,
  SuggestionCard,
  SuggestionCounts,
  SuggestionNote,
  SuggestionPublication,
  SuggestionRating,
  SuggestionTransfer,
  TakeSuggestion,
} from './suggestions';
import type { Id, Page } from './wire';

/** The routes of what residents say afterwards, part of the contract. */
export interface VoiceRoutes {
  /** 评一评 */
  'POST /sessions/:id/responses': { body: NewResponse; reply: MyResponse };
  /** 我的答卷 */
  'GET /sessions/:id/responses/mine': { reply: MyResponses };
  /** 满意度总数 */
  'GET /sessions/:id/responses/totals': { reply: ResponseTotals };

  /** 问卷结果 */
  'GET /events/:id/questionnaires': { query: { session?: Id }; reply: QuestionnaireResults };
  /** 录一批纸质问卷 */
  'POST /events/:id/paper-batches': { body: NewPaperBatch; reply: PaperBatch };
  /** 改一批纸质问卷 */
  'PUT /paper-batches/:id': { body: NewPaperBatch; reply: PaperBatch };
  /** 删一批纸质问卷 */
  'DELETE /paper-batches/:id': { reply: { ok: true } };

  /** 提意见、问一问、报告问题、投诉 */
  'POST /suggestions': { headers: { 'idempotency-key': string }; body: NewSuggestion; reply: Suggestion };
  /** 我的意见 */
  'GET /me/suggestions': { query: { cursor?: string; limit?: number }; reply: Page<SuggestionCard> };
  /** 意见进度 */
  'GET /suggestions/:id': { reply: Suggestion };
  /** 评单 */
  'POST /suggestions/:id/rating': { body: SuggestionRating; reply: Suggestion };
  /** 再补充一句 */
  'POST /suggestions/:id/notes': { body: SuggestionNote; reply: Suggestion };
  /** 单位答复过的 */
  'GET /events/:id/answers': { reply: EventAnswers };

  /** 本单位的意见建议 */
  'GET /desk/suggestions': { query: DeskSuggestionQuery; reply: Page<DeskSuggestionCard> };
  /** 各有几条 */
  'GET /desk/suggestions/counts': { reply: SuggestionCounts };
  /** 一条意见 (recorded) */
  'GET /desk/suggestions/:id': { reply: DeskSuggestion };
  /** 接单 */
  'POST /suggestions/:id/take': { body: TakeSuggestion; reply: DeskSuggestion };
  /** 答复 */
  'POST /suggestions/:id/answer': { body: SuggestionAnswer; reply: DeskSuggestion };
  /** 办结 */
  'POST /suggestions/:id/resolve': { reply: DeskSuggestion };
  /** 转给别的单位 */
  'POST /suggestions/:id/transfer': { body: SuggestionTransfer; reply: { ok: true } };
  /** 公开答复 */
  'POST /suggestions/:id/publish': { body: SuggestionPublication; reply: DeskSuggestion };
  /** 等人看过才公开的 (recorded), oldest first */
  'GET /desk/publications': { query: { cursor?: string; limit?: number }; reply: Page<HeldPublication> };
  /** 可以公开 */
  'POST /suggestions/:id/publication/approve': { reply: { ok: true } };
  /** 不公开 */
  'POST /suggestions/:id/publication/refuse': { body: PublicationRefusal; reply: { ok: true } };
  /** 看提的人的电话 (recorded) */
  'POST /suggestions/:id/reveal': { reply: RevealedSuggestion };
}
