import type { MessageKind } from '@openday/shared/messages';
import type { RegistrationStatus } from '@openday/shared/registrations';
import { KINDS } from '../notifications/kinds.rules';
import { reminderSpan } from './quiet.rules';

/** What a message is about, as it stands now. */
export interface About {
  theme: string;
  /** The unit that has it. */
  unit: string;
  organizerId: string;
  programmeId: string | null;
  eventId: string | null;
  /** Of an event, its next session. */
  session: { id: string; startsAt: Date; endsAt: Date; venue: string; cancelled: boolean } | null;
  registration: { id: string; status: RegistrationStatus; seats: number; confirmBy: Date | null } | null;
}

/** The status a registration must have for a message about it to be worth sending. */
const STATUS: Partial<Record<MessageKind, RegistrationStatus>> = {
  registered: 'confirmed',
  promoted: 'confirmed',
  approved: 'confirmed',
  dayBefore: 'confirmed',
  twoHours: 'confirmed',
  offered: 'offered',
};

/** Whether a message still says what is so. What waited for the morning may have been overtaken. */
export function holds(kind: MessageKind, about: About | null, now: Date, quiet = true): boolean {
  if (!about) return false;
  const { topic } = KINDS[kind];
  if (topic === 'answers' || topic === 'work') return true;
  const { registration, session } = about;
  const status = STATUS[kind];
  if (status && registration?.status !== status) return false;
  if (kind === 'offered' && registration?.confirmBy && registration.confirmBy <= now) return false;
  if (session === null) return true;
  if (kind === 'message') return true;
  if (kind !== 'sessionCancelled' && session.cancelled) return false;
  if (kind === 'dayBefore' || kind === 'twoHours') return now < reminderSpan(kind, session.startsAt, quiet).until;
  return now < session.endsAt;
}
