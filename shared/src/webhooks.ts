import type { Id, Instant } from './wire';

export const WEBHOOK_EVENTS = ['session.published', 'session.changed', 'session.cancelled'] as const;
/** 公布了一场 · 改了一场 · 取消了一场 */
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export interface NewWebhook {
  /** https. @minLength 12 @maxLength 300 */
  url: string;
}

/** A unit's own site that is told of its sessions. */
export interface Webhook {
  id: Id;
  url: string;
  organizer: { id: Id; name: string };
  paused: boolean;
  createdAt: Instant;
  /** The newest first, at most ten. */
  deliveries: WebhookDelivery[];
}

export interface WebhookDelivery {
  /** The same in every try, so that the site can tell a second one. */
  id: Id;
  event: WebhookEvent;
  sessionId: Id;
  state: 'waiting' | 'delivered' | 'failed';
  tries: number;
  /** What the site answered last; null = nothing. */
  status: number | null;
  /** Why it did not arrive, in words. */
  problem: string | null;
  createdAt: Instant;
  /** The next try; null = none to come. */
  nextAt: Instant | null;
}

/** Shown once: it signs every delivery. */
export interface MadeWebhook {
  webhook: Webhook;
  secret: string;
}

export interface WebhookChange {
  paused: boolean;
}
