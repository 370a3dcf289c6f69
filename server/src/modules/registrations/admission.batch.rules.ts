import type { ErrorCode } from '@openday/shared/errors';
import type { NewRegistration } from '@openday/shared/registrations';
import { afterDecision, type Decision, decide, type SessionState } from './admission.rules';
import type { Person } from './person.rules';

/** A batch of requests decided in the order they came, each seeing what the one before it did. */

export interface AdmissionRequest {
  accountId: string;
  sessionId: string;
  body: NewRegistration;
  /** Keyed hashes of account, route and key, and of the body. */
  keyId: string;
  bodyHash: string;
}

export interface Admission {
  status: 200 | 201;
  registrationId: string;
}

export type Outcome = Admission | { refused: ErrorCode };

/** Who comes, and the blind indexes they are found by; `subject` is null without a phone. */
export interface Applicant extends Person {
  subject: string | null;
  nameIndex: string;
}

/** What tells a live registration's person apart from others. */
export interface Standing extends Pick<Applicant, 'subject' | 'nameIndex' | 'relation'> {
  id: string;
  sessionId: string;
  accountId: string;
}

/** A key and what it was answered with. */
export interface Remembered extends Admission {
  bodyHash: string;
}

/** All a batch is decided on, read under its sessions' locks. */
export interface Known {
  now: Date;
  sessions: Map<string, SessionState>;
  /** By request: who comes, or why nobody does. */
  applicants: (Applicant | { refused: ErrorCode })[];
  keys: Map<string, Remembered>;
  standing: Standing[];
}

/** A party that gets seats, or a place in the line. */
export interface NewParty extends Standing {
  request: AdmissionRequest;
  applicant: Applicant;
  decision: Exclude<Decision, { refused: ErrorCode }>;
}

/** What is to be written, and what each request is answered. */
export interface Decided {
  outcomes: Outcome[];
  parties: NewParty[];
  keys: Map<string, Remembered>;
  /** The sessions that changed, as they are now. */
  sessions: Map<string, SessionState>;
}

export function decideBatch(known: Known, requests: AdmissionRequest[], newId: () => string): Decided {
  const done: Decided = { outcomes: [], parties: [], keys: new Map(), sessions: new Map() };
  const people = new People(known.standing);
  requests.forEach((request, i) => {
    const outcome = decideOne(known, done, people, request, known.applicants[i]!, newId);
    if (!('refused' in outcome) && !known.keys.has(request.keyId))
      done.keys.set(request.keyId, { ...outcome, bodyHash: request.bodyHash });
    done.outcomes.push(outcome);
  });
  return done;
}

function decideOne(
  known: Known,
  done: Decided,
  people: People,
  request: AdmissionRequest,
  applicant: Known['applicants'][number],
  newId: () => string,
): Outcome {
  const { sessionId, accountId, keyId, body } = request;
  const key = known.keys.get(keyId) ?? done.keys.get(keyId);
  if (key && key.bodyHash !== request.bodyHash) return { refused: 'KEY_REUSED' };
  if (key) return { status: key.status, registrationId: key.registrationId };

  const session = done.sessions.get(sessionId) ?? known.sessions.get(sessionId);
  if (!session) return { refused: 'NOT_FOUND' };
  if ('refused' in applicant) return applicant;

  // Looked for before the quota: a resident who retries is never told "full".
  const standing = people.find(sessionId, accountId, applicant);
  if (standing && applicant.phone) return { status: 200, registrationId: standing.id };
  if (standing && !body.onBehalfOf?.confirmDouble) return { refused: 'LIKELY_DOUBLE' };

  const { seats, quotaId = null, joinWaitlist = false } = body;
  const decision = decide(session, { seats, quotaId, joinWaitlist }, known.now);
  if ('refused' in decision) return decision;
  done.sessions.set(sessionId, afterDecision(session, seats, decision));
  const { subject, nameIndex, relation } = applicant;
  const party = { id: newId(), sessionId, accountId, subject, nameIndex, relation, request, applicant, decision };
  done.parties.push(party);
  people.add(party);
  return { status: 201, registrationId: party.id };
}

/** Live registrations by whom they are for, so that a batch does not search all of them for each of its members. */
class People {
  private readonly byKey = new Map<string, Standing>();

  constructor(standing: Standing[]) {
    for (const one of standing) this.add(one);
  }

  add(one: Standing): void {
    const { sessionId, accountId, subject, nameIndex, relation } = one;
    if (subject) this.byKey.set(`${sessionId} ${subject}`, one);
    else this.byKey.set(`${sessionId} ${accountId} ${nameIndex}`, one);
    if (!relation) this.byKey.set(`${sessionId} ${accountId}`, one);
  }

  /** The same person here; of someone without a phone, one of that name whom this account registered. */
  find(sessionId: string, accountId: string, { phone, subject, nameIndex, relation }: Applicant): Standing | undefined {
    if (!phone) return this.byKey.get(`${sessionId} ${accountId} ${nameIndex}`);
    const own = relation === null ? this.byKey.get(`${sessionId} ${accountId}`) : undefined;
    return this.byKey.get(`${sessionId} ${subject}`) ?? own;
  }
}
