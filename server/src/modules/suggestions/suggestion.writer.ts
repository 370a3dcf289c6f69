import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@openday/shared/messages';
import type { SuggestionKind, SuggestionSource } from '@openday/shared/suggestions';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { Config } from '../../config';
import { Ids } from '../../database/ids';
import { AppError } from '../../http/app-error';
import { deskAccounts } from '../accounts/desk-accounts.queries';
import { Event } from '../events/event.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Vault } from '../privacy/vault.service';
import { Programme } from '../programmes/programme.entity';
import { ContentCheck } from './content-check.entity';
import { HeldPublication } from './held-publication.entity';
import { Suggestion } from './suggestion.entity';
import { dueAfter, isOwed, MOST_A_DAY } from './suggestion.rules';
import { SuggestionStep } from './suggestion-step.entity';

export interface Said {
  /** Null = nobody's account: the desk wrote it down. */
  accountId: string | null;
  kind: SuggestionKind;
  text: string;
  organizerId: string;
  eventId: string | null;
  sessionId: string | null;
  mayCall: boolean;
  /** Where it is about no event. */
  programmeId?: string | null;
  /** Of who has no account, as far as they gave it. */
  person?: { source: Exclude<SuggestionSource, 'online'>; name: string | null; phone: string | null; saidAt: Date };
  /** What it was sent with; null where another route keeps it from being stored twice. */
  request: { keyId: string; bodyHash: string } | null;
}

/** What a step says beside its kind; words are sealed here. */
type Step = Partial<Pick<SuggestionStep, 'organizerId' | 'text' | 'verdict' | 'caller' | 'dueAt'>> &
  Pick<SuggestionStep, 'kind' | 'by'>;

const later = (a: Date, b: Date): Date => (a > b ? a : b);

const DAY_MS = 86_400_000;
/** What may name or describe somebody. */
const GONE = {
  ...{ text: null, accountId: null, mayCall: false, keyId: null, bodyHash: null },
  ...{ name: null, phone: null, phoneLast4: null },
};

/** Stores what a resident says and every step after it, inside the transaction it is handed. */
@Injectable()
export class SuggestionWriter {
  constructor(
    private readonly config: Config,
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
  ) {}

  /** Throws TOO_MANY for an account that has said very much today. */
  async ask(manager: EntityManager, said: Said, now: Date): Promise<Suggestion> {
    const { request, text, person, ...what } = said;
    if (said.accountId !== null) await this.holdBack(manager, said.accountId, now);
    const at = person?.saidAt ?? now;
    const event = said.eventId ? await manager.findOneByOrFail(Event, { id: said.eventId }) : null;
    const programmeId = event ? event.programmeId : (said.programmeId ?? null);
    const suggestion = manager.create(Suggestion, {
      ...what,
      programmeId,
      id: this.ids.next(),
      state: 'asked',
      text: this.vault.seal(text),
      source: person?.source ?? 'online',
      name: person?.name ? this.vault.seal(person.name) : null,
      phone: person?.phone ? this.vault.seal(person.phone) : null,
      phoneLast4: person?.phone?.slice(-4) ?? null,
      // Written down late, it is due today at the soonest.
      dueAt: later(await this.due(manager, programmeId, at), dueAfter(now, 0)),
      answeredAt: null,
      declaredAt: null,
      verdict: null,
      verdictBy: null,
      sentBack: 0,
      publicQuestion: null,
      publicAnswer: null,
      publishedAt: null,
      keyId: request?.keyId ?? null,
      bodyHash: request?.bodyHash ?? null,
      createdAt: at,
      updatedAt: now,
    });
    // A copy: MariaDB's own words for yes and no come back into what is inserted.
    await manager.insert(Suggestion, { ...suggestion });
    await this.append(manager, suggestion, { kind: 'asked', by: 'resident', organizerId: said.organizerId }, at);
    await this.tellDesk(manager, suggestion, 'suggestionCame', now);
    return suggestion;
  }

  /** Those at the desk of the unit that has it now. */
  async tellDesk(manager: EntityManager, { id, organizerId }: Suggestion, kind: MessageKind, now: Date): Promise<void> {
    const accounts = await deskAccounts(manager, organizerId);
    const told = accounts.map((accountId) => ({ kind, accountId, subjectId: id }));
    await this.outbox.append(manager, told, now);
  }

  /** One step and what it changes; `tells`: the resident is to hear of it. */
  async step(
    manager: EntityManager,
    suggestion: Suggestion,
    step: Step & { changes?: Partial<Suggestion>; tells?: MessageKind },
    now: Date,
  ): Promise<void> {
    const { changes, tells, ...written } = step;
    await this.change(manager, suggestion, { ...changes, updatedAt: now });
    await this.append(manager, suggestion, written, now);
    if (tells && suggestion.accountId)
      await this.outbox.append(
        manager,
        [{ kind: tells, accountId: suggestion.accountId, subjectId: suggestion.id }],
        now,
      );
  }

  /** What is no step of its own. */
  async change(manager: EntityManager, suggestion: Suggestion, changes: Partial<Suggestion>): Promise<void> {
    Object.assign(suggestion, changes);
    await manager.update(Suggestion, { id: suggestion.id }, changes);
  }

  /**
   * Takes who said them and every word that was not made public out of these; counts, days and verdicts stay.
   * `text` is what tells that it is gone.
   */
  async empty(manager: EntityManager, ids: string[]): Promise<void> {
    if (!ids.length) return;
    await this.unhold(manager, ids);
    await manager.update(SuggestionStep, { suggestionId: In(ids) }, { text: null, accountId: null, caller: null });
    await manager.update(Suggestion, { id: In(ids) }, GONE);
  }

  /** What an account said is gone with it; what is still owed an answer is taken back whole. */
  async forget(manager: EntityManager, accountId: string): Promise<void> {
    const own = await manager.find(Suggestion, { where: { accountId }, order: { id: 'ASC' } });
    const owed = own.filter(({ state }) => isOwed(state)).map(({ id }) => id);
    if (owed.length) {
      await this.unhold(manager, owed);
      await manager.delete(SuggestionStep, { suggestionId: In(owed) });
      await manager.delete(Suggestion, { id: In(owed) });
    }
    await this.empty(
      manager,
      own.flatMap(({ id, state }) => (isOwed(state) ? [] : id)),
    );
  }

  /** Nobody looks at them any more. */
  private async unhold(manager: EntityManager, ids: string[]): Promise<void> {
    await manager.delete(ContentCheck, { suggestionId: In(ids) });
    await manager.delete(HeldPublication, { suggestionId: In(ids) });
  }

  /** WeChat is to look at the resident's words, or, where there are more, again. */
  private async toCheck(manager: EntityManager, { id, accountId }: Suggestion, now: Date): Promise<void> {
    if (!this.config.wechat || !accountId) return;
    const due = { dueAt: now, tries: 0, verdict: null };
    const again = await manager.update(ContentCheck, { suggestionId: id }, due);
    if (!again.affected) await manager.insert(ContentCheck, { suggestionId: id, ...due });
  }

  /** Until when the unit is to answer what comes, or comes back, now: as the programme has it, else as configured. */
  async due(manager: EntityManager, programmeId: string | null, now: Date): Promise<Date> {
    const programme = programmeId ? await manager.findOneBy(Programme, { id: programmeId }) : null;
    return dueAfter(now, programme?.answerDays ?? this.config.answerDays);
  }

  private async holdBack(manager: EntityManager, accountId: string, now: Date): Promise<void> {
    const recent = { accountId, createdAt: MoreThan(new Date(now.getTime() - DAY_MS)) };
    if ((await manager.countBy(Suggestion, recent)) >= MOST_A_DAY) throw new AppError('TOO_MANY');
  }

  private async append(manager: EntityManager, suggestion: Suggestion, step: Step, at: Date): Promise<void> {
    await manager.insert(SuggestionStep, {
      id: this.ids.next(),
      suggestionId: suggestion.id,
      accountId: suggestion.accountId,
      kind: step.kind,
      by: step.by,
      organizerId: step.organizerId ?? null,
      text: step.text == null ? null : this.vault.seal(step.text),
      verdict: step.verdict ?? null,
      caller: step.caller ?? null,
      dueAt: step.dueAt ?? null,
      at,
    });
    if (step.by === 'resident' && (step.kind === 'asked' || step.text != null))
      await this.toCheck(manager, suggestion, at);
  }
}
