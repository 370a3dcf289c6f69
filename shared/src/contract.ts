import type { AnnualRoutes } from './contract-annual';
import type { ArrivalRoutes } from './contract-arrivals';
import type { BoardRoutes } from './contract-board';
import type { ClosingRoutes } from './contract-closing';
import type { DoorRoutes } from './contract-door';
import type { EditorRoutes } from './contract-editor';
import type { FindRoutes } from './contract-find';
import type { FollowRoutes } from './contract-follow';
import type { ImageRoutes } from './contract-images';
import type { MeRoutes } from './contract-me';
import type { MessageRoutes } from './contract-messages';
import type { MiniCodeRoutes } from './contract-mini-codes';
import type { PeopleRoutes } from './contract-people';
import type { SignInRoutes } from './contract-sign-in';
import type { VoiceRoutes } from './contract-voice';
import type { DrawBody, DrawView } from './draws';
import type { AnnouncedCard, EventDetail, EventQuery, NewEvent } from './events';
import type {
  NewOrganizer,
  NewProgramme,
  NewVenue,
  Organizer,
  PlaceGroup,
  Programme,
  ProgrammeChange,
  Venue,
} from './places';
import type {
  NewPlanImport,
  PlanDecision,
  PlanDecisions,
  PlanImport,
  PlanImportSummary,
  PlanRow,
  PublishedRows,
  PublishRows,
} from './plans';
import type { Questions } from './questions';
import type {
  DecidedRegistrant,
  PendingDecision,
  RegistrantCounts,
  RegistrantDecisions,
  RevealedRegistrant,
} from './registrants';
import type {
  CancelBody,
  ClaimBody,
  DeskReason,
  Invitation,
  NewInvitations,
  NewRegistration,
  PartyChange,
  Registrant,
  RegistrantQuery,
  Registration,
  Restriction,
  Ticket,
} from './registrations';
import type { AttendanceQuery, AttendanceReport } from './reports';
import type { Cancellation, SessionChange, SessionChanged, SessionDetail, SessionSetup } from './sessions';
import type { Id, Page } from './wire';

/**
 * Every route under `/api`: what it takes and what it answers. Both ends are typed by it, and the OpenAPI
 * document is generated from it (`pnpm --filter @openday/server contract`).
 */
export interface Contract
  extends AnnualRoutes,
    ArrivalRoutes,
    BoardRoutes,
    ClosingRoutes,
    DoorRoutes,
    EditorRoutes,
    FindRoutes,
    FollowRoutes,
    ImageRoutes,
    MeRoutes,
    MessageRoutes,
    MiniCodeRoutes,
    PeopleRoutes,
    SignInRoutes,
    VoiceRoutes {
  /** 单位名录 */
  'GET /organizers': { reply: { items: Organizer[] } };
  /** 新建下级单位 */
  'POST /organizers': { body: NewOrganizer; reply: Organizer };
  /** 可手选的地方 */
  'GET /places': { reply: { groups: PlaceGroup[] } };
  /** 场地 */
  'GET /venues': { query: { q?: string; cursor?: string; limit?: number }; reply: Page<Venue> };
  /** 新建场地 */
  'POST /venues': { body: NewVenue; reply: Venue };
  /** 开放月计划 */
  'GET /programmes': { query: { joinable?: boolean }; reply: { items: Programme[] } };
  /** 新建开放月计划 */
  'POST /programmes': { body: NewProgramme; reply: Programme };

  /** 爽约规则和备案 */
  'PATCH /programmes/:id': { body: ProgrammeChange; reply: Programme };

  /** 一个场次 */
  'GET /sessions/:id': { reply: SessionDetail };
  /** 加到日历 (text/calendar) */
  'GET /sessions/:id/calendar.ics': { reply: string };
  /** 日期待定的活动；单位可按状态看自己的 */
  'GET /events': { query: EventQuery; reply: Page<AnnouncedCard> };
  /** 一个活动 */
  'GET /events/:id': { reply: EventDetail };
  /** 新建活动 */
  'POST /events': { body: NewEvent; reply: EventDetail };
  /** 公布活动 */
  'POST /events/:id/publish': { reply: EventDetail };
  /** 取消活动 */
  'POST /events/:id/cancel': { body: Cancellation; reply: EventDetail };
  /** 定报名时问什么 (while nobody is registered) */
  'PUT /events/:id/questions': { body: Questions; reply: EventDetail };
  /** 改时间、地点、名额 */
  'PATCH /sessions/:id': { body: SessionChange; reply: SessionChanged };
  /** 取消一场 */
  'POST /sessions/:id/cancel': { body: Cancellation; reply: SessionChanged };
  /** 定报名方式 (while nobody is registered) */
  'PUT /sessions/:id/setup': { body: SessionSetup; reply: SessionChanged };
  /** 关注 */
  'POST /events/:id/follow': { reply: { following: boolean; followers: number } };
  /** 不再关注 */
  'DELETE /events/:id/follow': { reply: { following: boolean; followers: number } };

  /** 报名 */
  'POST /sessions/:id/registrations': {
    headers: { 'idempotency-key': string };
    body: NewRegistration;
    reply: Registration;
  };
  /** 我的报名; with `session`, only those of one session (own and by proxy) */
  'GET /registrations': { query: { session?: Id; cursor?: string; limit?: number }; reply: Page<Registration> };
  /** 一份报名 */
  'GET /registrations/:id': { reply: Registration };
  /** 改人数 */
  'PATCH /registrations/:id': { body: PartyChange; reply: Registration };
  /** 取消 */
  'POST /registrations/:id/cancel': { body: CancelBody; reply: Registration };
  /** 入场码 */
  'GET /registrations/:id/ticket': { reply: Ticket };

  /** 接受轮到的名额 */
  'POST /registrations/:id/confirm': { reply: Registration };
  /** 凭条认领 */
  'POST /registrations/claim': { body: ClaimBody; reply: Registration };
  /** 一场的报名名单 (masked) */
  'GET /sessions/:id/registrations': { query: RegistrantQuery; reply: Page<Registrant> };
  /** 各状态有几份 */
  'GET /sessions/:id/registrations/counts': { reply: RegistrantCounts };
  /** 等单位定的: soonest first, at most 50 */
  'GET /desk/decisions': { reply: { items: PendingDecision[] } };
  /** 一次定几份: each by itself, none because of another */
  'POST /sessions/:id/registrations/decide': {
    body: RegistrantDecisions;
    reply: { items: DecidedRegistrant[] };
  };
  /** 看一份的姓名电话 (recorded) */
  'POST /registrations/:id/reveal': { reply: RevealedRegistrant };
  /** 通过 */
  'POST /registrations/:id/approve': { reply: Registrant };
  /** 不通过 */
  'POST /registrations/:id/decline': { body: DeskReason; reply: Registrant };
  /** 单位取消一份报名 */
  'POST /registrations/:id/remove': { body: DeskReason; reply: Registrant };
  /** 发邀请码 */
  'POST /quotas/:id/invitations': { body: NewInvitations; reply: { items: Invitation[] } };
  /** 邀请码 */
  'GET /quotas/:id/invitations': { reply: { items: Invitation[] } };
  /** 抽签公示 */
  'GET /sessions/:id/draw': { reply: DrawView };
  /** 抽签 */
  'POST /sessions/:id/draw': { body: DrawBody; reply: DrawView };
  /** 爽约限制 */
  'GET /restrictions': { query: { cursor?: string; limit?: number }; reply: Page<Restriction> };
  /** 我的爽约限制 */
  'GET /me/restrictions': { reply: { items: Restriction[] } };
  /** 解除爽约限制 */
  'POST /restrictions/:id/clear': { body: DeskReason; reply: Restriction };

  /** 计划导入列表 */
  'GET /plan-imports': { reply: { items: PlanImportSummary[] } };
  /** 导入计划表 (multipart `file`, or JSON) */
  'POST /plan-imports': { body: NewPlanImport; reply: PlanImport };
  /** 一份导入 */
  'GET /plan-imports/:id': { reply: PlanImport };
  /** 定一行 */
  'PATCH /plan-imports/:id/rows/:row': { body: PlanDecision; reply: PlanRow };
  /** 定几行, or take a step back */
  'PATCH /plan-imports/:id/rows': { body: PlanDecisions; reply: { items: PlanRow[] } };
  /** 公布几行 */
  'POST /plan-imports/:id/publish': { body: PublishRows; reply: PublishedRows };

  /** 五个数 */
  'GET /reports/attendance': { query: AttendanceQuery; reply: AttendanceReport };
}

export type Route = keyof Contract;
export type ReplyOf<R extends Route> = Contract[R]['reply'];
export type BodyOf<R extends Route> = Contract[R] extends { body: infer B } ? B : undefined;
export type QueryOf<R extends Route> = Contract[R] extends { query: infer Q } ? Q : undefined;
/** Ids in a route's path, by name. */
export type ParamsOf<R extends string> = R extends `${string}:${infer P}/${infer Rest}`
  ? { [K in P]: Id } & ParamsOf<`/${Rest}`>
  : R extends `${string}:${infer P}`
    ? { [K in P]: Id }
    : unknown;
