import { answerProblems } from '@openday/shared/answers';
import type { ErrorCode } from '@openday/shared/errors';
import type { Question } from '@openday/shared/questions';
import type { NewRegistration } from '@openday/shared/registrations';
import type { ErrorDetail } from '@openday/shared/wire';
import {
  type Ask,
  afterDecision,
  byInvitation,
  decide,
  type Given,
  type Invited,
  type SessionState,
} from './admission.rules';
import { asksEnterprise } from './enterprise.rules';
import { membersRefused } from './party.rules';
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

interface Refusal {
  refused: ErrorCode;
  details?: ErrorDetail[];
}

export type Outcome = Admission | Refusal;

/** Who comes, the blind indexes they are found by (`subject` is null without a phone), and what is kept of them. */
interface Applicant extends Pick<Person, 'name' | 'relation'> {
  subject: string | null;
  nameIndex: string;
  phoneLast4: string | null;
  /** Blind index of the invitation shown. */
  codeIndex: string | null;
  /** Earlier no-shows hold nobody back whom somebody else registers, and nobody over 60. */
  exempt: boolean;
  sealed: { name: string; phone: string | null };
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

export interface Terms {
  questions: Question[];
  programmeId: string | null;
}

export const restrictionKey = (programmeId: string, subject: string): string => `${programmeId} ${subject}`;

/** All a batch is decided on, read under its sessions' locks. */
export interface Known {
  now: Date;
  sessions: Map<string, SessionState>;
  /** By request: who comes, or why nobody does. */
  applicants: (Applicant | { refused: ErrorCode })[];
  keys: Map<string, Remembered>;
  standing: Standing[];
  /** By event: what is asked, and its programme where that has a no-show rule. */
  terms: Map<string, Terms>;
  /** By the code's blind index. */
  invitations: Map<string, Invited>;
  /** By `restrictionKey`: until when somebody is held back. */
  restrictions: Map<string, Date>;
}

/** A party that gets seats, or a place in the line. */
export interface NewParty extends Standing {
  request: AdmissionRequest;
  applicant: Applicant;
  decision: Given;
  questions: Question[];
  /** Kept only where the pool asks for it. */
  enterprise: string | null;
  /** The invitation it came by. */
  invitationId: string | null;
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
  const standing = people.same(sessionId, accountId, applicant);
  if (standing) return { status: 200, registrationId: standing.id };
  if (people.isAlike(sessionId, accountId, applicant) && !body.onBehalfOf?.confirmDouble)
    return { refused: 'LIKELY_DOUBLE' };

  const { questions = [], programmeId = null } = known.terms.get(session.eventId) ?? {};
  const ask = askOf(known, done, body, applicant, programmeId);
  const refusal = partyRefused(session, body, questions);
  const decision = decide(session, ask, known.now, refusal?.refused ?? null);
  if ('refused' in decision) return decision.refused === refusal?.refused ? refusal : decision;
  done.sessions.set(sessionId, afterDecision(session, ask, decision));
  const { subject, nameIndex, relation } = applicant;
  const party = {
    ...{ id: newId(), sessionId, accountId, subject, nameIndex, relation, request, applicant, decision, questions },
    enterprise: asksEnterprise(poolGiven(session, decision)) ? ask.enterprise : null,
    invitationId: invitationUsed(session, ask, decision),
  };
  done.parties.push(party);
  people.add(party);
  return { status: 201, registrationId: party.id };
}

function askOf(known: Known, done: Decided, body: NewRegistration, who: Applicant, programmeId: string | null): Ask {
  const found = who.codeIndex && known.invitations.get(who.codeIndex);
  const usedNow = found && done.parties.some(({ invitationId }) => invitationId === found.id);
  const held = programmeId && who.subject && !who.exempt ? restrictionKey(programmeId, who.subject) : null;
  return {
    seats: body.seats,
    quotaId: body.quotaId ?? null,
    joinWaitlist: body.joinWaitlist ?? false,
    declares: body.declares ?? false,
    enterprise: body.enterprise?.trim() || null,
    invitation: found ? { ...found, used: found.used || Boolean(usedNow) } : who.codeIndex ? 'unknown' : null,
    restrictedUntil: (held && known.restrictions.get(held)) || null,
  };
}

/** What is wrong with the party itself, wherever it wants to go; null = nothing. */
function partyRefused(session: SessionState, body: NewRegistration, questions: Question[]): Refusal | null {
  const { seats, companions = [], children = 0, answers = [] } = body;
  const refused = membersRefused(session, { seats, companions, children });
  if (refused) return { refused };
  const details = questions.length || answers.length ? answerProblems(questions, answers) : [];
  return details.length ? { refused: 'ANSWERS_INVALID', details } : null;
}

const poolGiven = (session: SessionState, { quotaId }: Given) => session.pools.find(({ id }) => id === quotaId);

function invitationUsed(session: SessionState, { invitation }: Ask, given: Given): string | null {
  const pool = poolGiven(session, given);
  return pool && byInvitation(session, pool) && invitation && invitation !== 'unknown' ? invitation.id : null;
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
    if (relation) this.byKey.set(`${sessionId} ${accountId} ${nameIndex}`, one);
    else this.byKey.set(`${sessionId} ${accountId}`, one);
  }

  /** The same person here, by phone or account. */
  same(sessionId: string, accountId: string, { subject, relation }: Applicant): Standing | undefined {
    const own = relation === null ? this.byKey.get(`${sessionId} ${accountId}`) : undefined;
    return (subject ? this.byKey.get(`${sessionId} ${subject}`) : undefined) ?? own;
  }

  /** Somebody of that name whom this account registered, where one of the two has no phone to tell them apart by. */
  isAlike(sessionId: string, accountId: string, { subject, nameIndex, relation }: Applicant): boolean {
    const namesake = relation ? this.byKey.get(`${sessionId} ${accountId} ${nameIndex}`) : undefined;
    return namesake !== undefined && (subject === null || namesake.subject === null);
  }
}
