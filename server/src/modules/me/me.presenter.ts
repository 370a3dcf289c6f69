import {
  MESSAGE_TOPICS,
  type MessageTopic,
  type NextSession,
  type Consent as WireConsent,
  type MessageSettings as WireSettings,
} from '@openday/shared/me';
import type { SessionRow } from '../events/session.presenter';
import type { MessageSettings } from '../notifications/message-settings.entity';
import type { Consent } from './consent.entity';

export const presentConsent = ({ kind, version, agreedAt, withdrawnAt }: Consent): WireConsent => ({
  kind,
  version,
  agreedAt: agreedAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
});

/** Null: nothing was ever changed. */
export const presentSettings = (settings: Pick<MessageSettings, 'off' | 'sms'> | null): WireSettings => ({
  topics: Object.fromEntries(MESSAGE_TOPICS.map((topic) => [topic, !settings?.off.includes(topic)])) as Record<
    MessageTopic,
    boolean
  >,
  sms: settings?.sms ?? false,
});

export const presentNext = ({ session, event, venue }: SessionRow): NextSession => ({
  id: session.id,
  eventId: event.id,
  theme: event.theme,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  venue: venue.name,
});
