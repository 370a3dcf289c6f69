import { Account } from '../modules/accounts/account.entity';
import { DoorInvite } from '../modules/accounts/door-invite.entity';
import { Identity } from '../modules/accounts/identity.entity';
import { StaffAssignment } from '../modules/accounts/staff-assignment.entity';
import { AttemptCount } from '../modules/attempts/attempt-count.entity';
import { AuditEntry } from '../modules/audit/audit-entry.entity';
import { AuditSeal } from '../modules/audit/audit-seal.entity';
import { PhoneCode } from '../modules/auth/phone-code.entity';
import { RefreshToken } from '../modules/auth/refresh-token.entity';
import { SecondFactor } from '../modules/auth/second-factor.entity';
import { SignIn } from '../modules/auth/sign-in.entity';
import { ShownChange } from '../modules/changes/shown-change.entity';
import { CheckIn } from '../modules/check-in/check-in.entity';
import { DoorDevice } from '../modules/check-in/door-device.entity';
import { ClosingReport } from '../modules/closing/closing-report.entity';
import { Draw } from '../modules/events/draw.entity';
import { Event } from '../modules/events/event.entity';
import { Follow } from '../modules/events/follow.entity';
import { EventSession } from '../modules/events/session.entity';
import { SlotPlan } from '../modules/events/slot-plan.entity';
import { ExportJob } from '../modules/exports/export-job.entity';
import { ExportPiece } from '../modules/exports/export-piece.entity';
import { Image } from '../modules/images/image.entity';
import { ImagePiece } from '../modules/images/image-piece.entity';
import { ImageUse } from '../modules/images/image-use.entity';
import { Consent } from '../modules/me/consent.entity';
import { InboxMark } from '../modules/messages/inbox-mark.entity';
import { MessageCredit } from '../modules/messages/message-credit.entity';
import { MessageDelivery } from '../modules/messages/message-delivery.entity';
import { PhoneCall } from '../modules/messages/phone-call.entity';
import { Reminder } from '../modules/messages/reminder.entity';
import { WorkWechat } from '../modules/messages/work-wechat.entity';
import { MessageSettings } from '../modules/notifications/message-settings.entity';
import { OutboxMessage } from '../modules/notifications/outbox-message.entity';
import { SiteNews } from '../modules/notifications/site-news.entity';
import { Organizer } from '../modules/organizers/organizer.entity';
import { OrganizerFollow } from '../modules/organizers/organizer-follow.entity';
import { PlanImport } from '../modules/plans/plan-import.entity';
import { PlanRow } from '../modules/plans/plan-row.entity';
import { Programme } from '../modules/programmes/programme.entity';
import { PaperBatch } from '../modules/questionnaires/paper-batch.entity';
import { Response } from '../modules/questionnaires/response.entity';
import { Quota } from '../modules/quotas/quota.entity';
import { Companion } from '../modules/registrations/companion.entity';
import { DrawEntry } from '../modules/registrations/draw-entry.entity';
import { IdempotencyKey } from '../modules/registrations/idempotency.entity';
import { Invitation } from '../modules/registrations/invitation.entity';
import { Registration } from '../modules/registrations/registration.entity';
import { RegistrationAnswers } from '../modules/registrations/registration-answers.entity';
import { Restriction } from '../modules/registrations/restriction.entity';
import { SessionCount } from '../modules/registrations/session-count.entity';
import { SessionMessage } from '../modules/registrations/session-message.entity';
import { ContentCheck } from '../modules/suggestions/content-check.entity';
import { HeldPublication } from '../modules/suggestions/held-publication.entity';
import { Suggestion } from '../modules/suggestions/suggestion.entity';
import { SuggestionStep } from '../modules/suggestions/suggestion-step.entity';
import { MonthlyTopic } from '../modules/topics/monthly-topic.entity';
import { TopicCandidate } from '../modules/topics/topic-candidate.entity';
import { TopicVote } from '../modules/topics/topic-vote.entity';
import { Venue } from '../modules/venues/venue.entity';
import { Webhook } from '../modules/webhooks/webhook.entity';
import { WebhookDelivery } from '../modules/webhooks/webhook-delivery.entity';
import { WechatToken } from '../modules/wechat/wechat-token.entity';
import { WorkerLease } from './worker-lease.entity';

/** Every table. */
export const ENTITIES = [
  Account,
  AttemptCount,
  AuditEntry,
  AuditSeal,
  CheckIn,
  ClosingReport,
  Companion,
  Consent,
  DoorDevice,
  DoorInvite,
  Draw,
  DrawEntry,
  Event,
  EventSession,
  ExportJob,
  ExportPiece,
  Follow,
  IdempotencyKey,
  Identity,
  Image,
  ImagePiece,
  ImageUse,
  InboxMark,
  Invitation,
  MessageCredit,
  MessageDelivery,
  MessageSettings,
  MonthlyTopic,
  Organizer,
  OrganizerFollow,
  OutboxMessage,
  PaperBatch,
  PhoneCall,
  PhoneCode,
  PlanImport,
  PlanRow,
  Programme,
  Quota,
  RefreshToken,
  Registration,
  RegistrationAnswers,
  Reminder,
  Response,
  Restriction,
  SecondFactor,
  SessionMessage,
  SessionCount,
  ShownChange,
  SignIn,
  SiteNews,
  SlotPlan,
  StaffAssignment,
  WorkWechat,
  ContentCheck,
  HeldPublication,
  Suggestion,
  SuggestionStep,
  TopicCandidate,
  TopicVote,
  Venue,
  Webhook,
  WebhookDelivery,
  WechatToken,
  WorkerLease,
];
