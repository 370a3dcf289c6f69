import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@openday/shared/messages';
import type { Answer } from '@openday/shared/registrations';
import { type EntityManager, IsNull } from 'typeorm';
import { Ids } from '../../database/ids';
import { insertRows } from '../../database/rows';
import { commitWithNext, together } from '../../database/trips';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Vault } from '../privacy/vault.service';
import type { Decided, Known, NewParty } from './admission.batch.rules';
import type { Given } from './admission.rules';
import { Companion } from './companion.entity';
import { IdempotencyKey } from './idempotency.entity';
import { Invitation } from './invitation.entity';
import { saveStates } from './locked-session.queries';
import { Registration } from './registration.entity';
import type { OpenRegistration } from './registration.presenter';
import { RegistrationAnswers } from './registration-answers.entity';

const TOLD: Record<Given['status'], MessageKind> = {
  confirmed: 'registered',
  waitlisted: 'waitlisted',
  applied: 'applied',
};

/** Writes what a batch decided: counters first and guarded, then every row in bulk. */
@Injectable()
export class AdmissionStore {
  constructor(
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
  ) {}

  /** Returns the registrations made, by id, as open as they came. `last`: the transaction ends with these rows. */
  async write(
    manager: EntityManager,
    { now, sessions }: Known,
    decided: Decided,
    last: boolean,
  ): Promise<Map<string, OpenRegistration>> {
    await saveStates(
      manager,
      [...decided.sessions].map(([id, session]) => [sessions.get(id)!, session]),
    );
    const { parties, keys } = decided;
    const made = parties.map((party) => opened(party, now));
    const told = parties.map(({ id, accountId, decision }) => ({
      kind: TOLD[decision.status],
      accountId,
      subjectId: id,
    }));
    for (const { id, invitationId } of parties) if (invitationId) await useInvitation(manager, invitationId, id);
    if (last) commitWithNext(manager);
    await together([
      insertRows(
        manager,
        Registration,
        made.map(({ registration }) => registration),
      ),
      insertRows(
        manager,
        Companion,
        parties.flatMap((party) => this.companions(party)),
      ),
      insertRows(
        manager,
        IdempotencyKey,
        [...keys].map(([id, key]) => ({ id, ...key, createdAt: now })),
      ),
      insertRows(
        manager,
        RegistrationAnswers,
        parties.flatMap((party) => this.answers(party)),
      ),
      this.outbox.append(manager, told, now),
    ]);
    return new Map(made.map((one) => [one.registration.id, one]));
  }

  private answers(party: NewParty): RegistrationAnswers[] {
    const [others, idNumbers] = answersOf(party);
    if (!others.length && !idNumbers.length) return [];
    const seal = (some: Answer[]) => this.vault.seal(JSON.stringify(some));
    return [
      {
        registrationId: party.id,
        sessionId: party.sessionId,
        answers: seal(others),
        idNumbers: idNumbers.length ? seal(idNumbers) : null,
      },
    ];
  }

  private companions({ id: registrationId, request }: NewParty): Companion[] {
    return (request.body.companions ?? []).flatMap(({ name }, position) =>
      name ? [{ id: this.ids.next(), registrationId, position, name: this.vault.seal(name) }] : [],
    );
  }
}

/** Throws when another party used it, whatever we thought. */
async function useInvitation(manager: EntityManager, id: string, registrationId: string): Promise<void> {
  const used = await manager.update(Invitation, { id, registrationId: IsNull() }, { registrationId });
  if (used.affected !== 1) throw new Error(`invitation ${id} is used`);
}

function opened(party: NewParty, now: Date): OpenRegistration {
  const { seats, companions = [] } = party.request.body;
  return {
    registration: registrationOf(party, now),
    name: party.applicant.name,
    companions: Array.from({ length: seats - 1 }, (_, place) => ({ name: companions[place]?.name ?? null })),
    answers: answersOf(party).flat(),
  };
}

/** ID numbers apart, because they go first. */
function answersOf({ request, questions }: NewParty): [others: Answer[], idNumbers: Answer[]] {
  const { answers = [] } = request.body;
  const apart = questions.flatMap((question) => (question.kind === 'idNumber' ? question.id : []));
  if (!apart.length) return [answers, []];
  return [
    answers.filter(({ question }) => !apart.includes(question)),
    answers.filter(({ question }) => apart.includes(question)),
  ];
}

function registrationOf({ id, request, applicant, decision, enterprise }: NewParty, now: Date): Registration {
  const { nameIndex, subject, relation, phoneLast4, sealed } = applicant;
  return {
    id,
    sessionId: request.sessionId,
    accountId: request.accountId,
    ...decision,
    seats: request.body.seats,
    scanned: 0,
    children: request.body.children ?? 0,
    enterprise,
    joinWaitlist: request.body.joinWaitlist ?? false,
    confirmBy: null,
    endReason: null,
    subject,
    liveSubject: subject,
    name: sealed.name,
    nameIndex,
    phone: sealed.phone,
    phoneLast4,
    relation,
    consentedAt: relation ? now : null,
    cancelReason: null,
    createdAt: now,
    updatedAt: now,
  };
}
