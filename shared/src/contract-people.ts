import type { CollectedSuggestion, PhoneVerdict, ProgressFigures, ProgressQuery } from './collected';
import type {
  Candidates,
  MonthlyTopic,
  NewMonthlyTopic,
  TopicChoice,
  TopicMatter,
  TopicOutcome,
  TopicSession,
  TopicVote,
} from './monthly-topics';
import type {
  AuditLine,
  AuditQuery,
  Member,
  MemberChange,
  MemberPassword,
  MemberQuery,
  NewMember,
  Unit,
  UnitChange,
} from './people';
import type { NewSessionMessage, RegistrantMove, SessionMessage } from './registrants';
import type { Registrant } from './registrations';
import type { DeskSuggestion, PublicAnswer } from './suggestions';
import type { Page } from './wire';

/** The routes of units, their people and what they are asked, part of the contract. */
export interface PeopleRoutes {
  /** 本单位和下级单位 */
  'GET /desk/units': { reply: { items: Unit[] } };
  /** 改单位, or put it below another */
  'PATCH /organizers/:id': { body: UnitChange; reply: { ok: true } };
  /** 谁能登录 */
  'GET /desk/members': { query: MemberQuery; reply: Page<Member> };
  /** 开账号 */
  'POST /desk/members': { body: NewMember; reply: MemberPassword };
  /** 改账号 */
  'PATCH /desk/members/:id': { body: MemberChange; reply: Member };
  /** 重发密码 */
  'POST /desk/members/:id/password': { reply: MemberPassword };
  /** 停用 */
  'POST /desk/members/:id/disable': { reply: Member };
  /** 恢复 */
  'POST /desk/members/:id/enable': { reply: Member };
  /** 操作记录 */
  'GET /desk/audit': { query: AuditQuery; reply: Page<AuditLine> };

  /** 换到同一活动的另一场 */
  'POST /registrations/:id/move': { body: RegistrantMove; reply: Registrant };
  /** 给报名的人发一句话 */
  'POST /sessions/:id/messages': {
    headers: { 'idempotency-key': string };
    body: NewSessionMessage;
    reply: SessionMessage;
  };
  /** 发过的话 */
  'GET /sessions/:id/messages': { reply: { items: SessionMessage[] } };

  /** 录入现场和纸质意见 */
  'POST /desk/suggestions': {
    headers: { 'idempotency-key': string };
    body: CollectedSuggestion;
    reply: DeskSuggestion;
  };
  /** 电话回访 */
  'POST /suggestions/:id/phone-verdict': { body: PhoneVerdict; reply: DeskSuggestion };
  /** 意见办理进度, by programme */
  'GET /progress': { reply: { items: ProgressFigures[] } };
  /** 公开的答复 */
  'GET /progress/answers': { query: ProgressQuery; reply: Page<PublicAnswer> };

  /** 每月一题, newest first */
  'GET /monthly-topics': { query: { cursor?: string; limit?: number }; reply: Page<MonthlyTopic> };
  /** 一题 */
  'GET /monthly-topics/:id': { reply: MonthlyTopic };
  /** 投一票, or change it */
  'POST /monthly-topics/:id/vote': { body: TopicVote; reply: MonthlyTopic };
  /** 本单位的每月一题, drafts among them */
  'GET /desk/monthly-topics': { query: { cursor?: string; limit?: number }; reply: Page<MonthlyTopic> };
  /** 近来意见说的是哪些事 */
  'GET /desk/monthly-topics/matters': { reply: { items: TopicMatter[] } };
  /** 拟一题 */
  'POST /monthly-topics': { body: NewMonthlyTopic; reply: MonthlyTopic };
  /** 定候选 */
  'PUT /monthly-topics/:id/candidates': { body: Candidates; reply: MonthlyTopic };
  /** 开始投票 */
  'POST /monthly-topics/:id/open': { reply: MonthlyTopic };
  /** 选定 */
  'POST /monthly-topics/:id/choose': { body: TopicChoice; reply: MonthlyTopic };
  /** 定在哪一场议 */
  'POST /monthly-topics/:id/session': { body: TopicSession; reply: MonthlyTopic };
  /** 公布结果 */
  'POST /monthly-topics/:id/outcome': { body: TopicOutcome; reply: MonthlyTopic };
}
