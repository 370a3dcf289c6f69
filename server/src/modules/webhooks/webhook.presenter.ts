import type { SessionDetail } from '@openday/shared/sessions';
import type { WebhookDelivery as DeliveryWire, WebhookEvent, Webhook as Wire } from '@openday/shared/webhooks';
import { presentSession, type SessionRow } from '../events/session.presenter';
import type { Webhook } from './webhook.entity';
import type { WebhookDelivery } from './webhook-delivery.entity';

/** What a site is sent. */
interface News {
  id: string;
  event: WebhookEvent;
  at: string;
  session: SessionDetail;
  content: string;
}

/** The session as it stands when it is sent: of two deliveries in the wrong order both tell the same. */
export const presentNews = (
  { id, event, createdAt }: Pick<WebhookDelivery, 'id' | 'event' | 'createdAt'>,
  row: SessionRow,
  now: Date,
): News => ({
  id,
  event,
  at: createdAt.toISOString(),
  session: presentSession(row, now),
  content: row.event.content,
});

export const presentWebhook = (
  { id, url, organizerId, pausedAt, createdAt }: Webhook,
  organizerName: string,
  deliveries: WebhookDelivery[],
): Wire => ({
  id,
  url,
  organizer: { id: organizerId, name: organizerName },
  paused: pausedAt !== null,
  createdAt: createdAt.toISOString(),
  deliveries: deliveries.map(presentDelivery),
});

export const presentDelivery = (delivery: WebhookDelivery): DeliveryWire => ({
  id: delivery.id,
  event: delivery.event,
  sessionId: delivery.sessionId,
  state: delivery.deliveredAt ? 'delivered' : delivery.nextAt ? 'waiting' : 'failed',
  tries: delivery.tries,
  status: delivery.status,
  problem: delivery.problem,
  createdAt: delivery.createdAt.toISOString(),
  nextAt: delivery.nextAt?.toISOString() ?? null,
});
