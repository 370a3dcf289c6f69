import type { RegistrationStatus, Relation } from '@openday/shared/registrations';
import { attendanceOf, type Fact } from './attendance.rules';

/** 爽约: who of those who registered themselves did not come; derived each time, never stored. */

export interface PastParty {
  id: string;
  seats: number;
  status: RegistrationStatus;
  /** Blind index of the phone; null without one, or once contact data is gone. */
  subject: string | null;
  relation: Relation | null;
}

export interface Missed {
  registrationId: string;
  subject: string;
}

export interface Past {
  /** Registrations of which somebody came. */
  came: string[];
  missed: Missed[];
}

/**
 * Of one session that is over. Where the door scanned none of those registered, check-in was not used and nobody missed
 * anything; whoever was registered by somebody else is not asked.
 */
export function pastOf(parties: PastParty[], facts: Fact[]): Past {
  const came = [...attendanceOf(facts, parties).arrivals.keys()];
  if (!came.length) return { came, missed: [] };
  const missed = parties.flatMap(({ id, status, subject, relation }) =>
    status === 'confirmed' && subject && relation === null && !came.includes(id)
      ? [{ registrationId: id, subject }]
      : [],
  );
  return { came, missed };
}

/** Who has missed `limit` or more that no restriction has counted yet: the registrations, by subject. */
export function restrictionsDue(missed: Missed[], counted: ReadonlySet<string>, limit: number): Map<string, string[]> {
  const bySubject = new Map<string, string[]>();
  for (const { subject, registrationId } of missed)
    if (!counted.has(registrationId)) bySubject.set(subject, [...(bySubject.get(subject) ?? []), registrationId]);
  return new Map([...bySubject].filter(([, ids]) => ids.length >= limit));
}
