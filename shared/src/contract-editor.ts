import type {
  DeskEvent,
  DeskEventCounts,
  DeskEventDetail,
  DeskEventQuery,
  EventChange,
  EventChanged,
  NewSessions,
  Recurrence,
  RecurrenceDay,
  SendBack,
} from './desk-events';
import type { EventDetail } from './events';
import type { DeskVenue, VenueChange } from './places';
import type { SessionChanged } from './sessions';
import type { MadeSlots, NewSlotPlan, SlotPlan, SlotPlanChange } from './slots';
import type { MadeWebhook, NewWebhook, Webhook, WebhookChange } from './webhooks';
import type { Page } from './wire';

/** The routes of making events, their places, and what goes outward, part of the contract. */
export interface EditorRoutes {
  /** 本单位的活动 */
  'GET /desk/events': { query: DeskEventQuery; reply: Page<DeskEvent> };
  /** 各状态有几个活动 */
  'GET /desk/events/counts': { reply: DeskEventCounts };
  /** 一个活动，带备案和受影响的人数 */
  'GET /desk/events/:id': { reply: DeskEventDetail };
  /** 改活动 */
  'PATCH /events/:id': { body: EventChange; reply: EventChanged };
  /** 删草稿 */
  'DELETE /events/:id': { reply: { ok: true } };
  /** 加场次 */
  'POST /events/:id/sessions': { body: NewSessions; reply: EventDetail };
  /** 提交备案 */
  'POST /events/:id/submit': { reply: DeskEventDetail };
  /** 撤回备案 */
  'POST /events/:id/withdraw': { reply: DeskEventDetail };
  /** 同意备案并公布 */
  'POST /events/:id/approve': { reply: DeskEventDetail };
  /** 退回备案 */
  'POST /events/:id/send-back': { body: SendBack; reply: DeskEventDetail };
  /** 备案 once more: agreed to, sent back, or taken back by the unit */
  'POST /sessions/:id/change/approve': { reply: SessionChanged };
  /** 改动备案，退回：写明要怎么改 */
  'POST /sessions/:id/change/send-back': { body: SendBack; reply: { ok: true } };
  /** 改动备案，单位撤回 */
  'POST /sessions/:id/change/withdraw': { reply: { ok: true } };
  /** 按规律排出的日子 */
  'POST /recurrences/preview': { body: Recurrence; reply: { days: RecurrenceDay[] } };

  /** 可改的场地 */
  'GET /desk/venues': { query: { q?: string; cursor?: string; limit?: number }; reply: Page<DeskVenue> };
  /** 一个场地 */
  'GET /desk/venues/:id': { reply: DeskVenue };
  /** 改场地 */
  'PATCH /venues/:id': { body: VenueChange; reply: DeskVenue };

  /** 固定开放 */
  'GET /slot-plans': { reply: { items: SlotPlan[] } };
  /** 新设固定开放 */
  'POST /slot-plans': { body: NewSlotPlan; reply: MadeSlots };
  /** 停开或重开 */
  'PATCH /slot-plans/:id': { body: SlotPlanChange; reply: SlotPlan };
  /** 现在排出场次 */
  'POST /slot-plans/:id/make': { reply: MadeSlots };

  /** 自己网站的推送 */
  'GET /webhooks': { reply: { items: Webhook[] } };
  /** 新设推送 */
  'POST /webhooks': { body: NewWebhook; reply: MadeWebhook };
  /** 停或恢复推送 */
  'PATCH /webhooks/:id': { body: WebhookChange; reply: Webhook };
  /** 删推送 */
  'DELETE /webhooks/:id': { reply: { ok: true } };
}
