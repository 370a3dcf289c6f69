import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { Event } from '../events/event.entity';
import { Organizer } from '../organizers/organizer.entity';
import { Vault } from '../privacy/vault.service';
import { HeldPublication } from './held-publication.entity';
import type { Suggestion } from './suggestion.entity';
import type { SuggestionDetail, SuggestionRow } from './suggestion.presenter';
import { SuggestionStep } from './suggestion-step.entity';

/** Suggestions with their words opened and what they are about, many at the price of one. */
@Injectable()
export class SuggestionReader {
  constructor(private readonly vault: Vault) {}

  async rows(manager: EntityManager, suggestions: Suggestion[]): Promise<SuggestionRow[]> {
    if (!suggestions.length) return [];
    const organizers = await manager.findBy(Organizer, { id: In(suggestions.map((s) => s.organizerId)) });
    const events = await manager.findBy(Event, { id: In(suggestions.flatMap((s) => s.eventId ?? [])) });
    return suggestions.map((suggestion) => {
      const event = events.find(({ id }) => id === suggestion.eventId);
      return {
        suggestion,
        text: this.opened(suggestion.text) ?? '',
        organizer: {
          id: suggestion.organizerId,
          name: organizers.find(({ id }) => id === suggestion.organizerId)?.name ?? '',
        },
        event: event ? { id: event.id, theme: event.theme } : null,
      };
    });
  }

  /** With all that happened, and who said it. */
  async detail(manager: EntityManager, suggestion: Suggestion): Promise<SuggestionDetail> {
    const [row] = await this.rows(manager, [suggestion]);
    const steps = await manager.find(SuggestionStep, {
      where: { suggestionId: suggestion.id },
      order: { id: 'ASC' },
    });
    const units = await manager.findBy(Organizer, {
      id: In([suggestion.organizerId, ...steps.flatMap(({ organizerId }) => organizerId ?? [])]),
    });
    const unit = units.find(({ id }) => id === suggestion.organizerId);
    return {
      ...row!,
      steps: steps.map((step) => ({
        step,
        text: this.opened(step.text),
        organizer: units.find(({ id }) => id === step.organizerId)?.name ?? null,
      })),
      contact: unit?.contactPhone ? { name: unit.contactName, phone: unit.contactPhone } : null,
      held: await manager.findOneBy(HeldPublication, { suggestionId: suggestion.id }),
      person: await this.person(manager, suggestion),
    };
  }

  /** All that whoever said each of them wrote, the first first. */
  async said(manager: EntityManager, suggestions: Suggestion[]): Promise<Map<string, string[]>> {
    const suggestionId = In(suggestions.map(({ id }) => id));
    const where = { suggestionId, by: 'resident' as const, text: Not(IsNull()) };
    const steps = await manager.find(SuggestionStep, { where, order: { id: 'ASC' } });
    return new Map(
      suggestions.map(({ id, text }) => {
        const own = steps.filter((step) => step.suggestionId === id);
        return [id, [text, ...own.map((step) => step.text)].flatMap((sealed) => this.opened(sealed) ?? [])];
      }),
    );
  }

  /** As the account calls itself, or as they gave it at the door or on paper; empty once contact data is gone. */
  async person(
    manager: EntityManager,
    { accountId, ...given }: Suggestion,
  ): Promise<{ name: string; phone: string; phoneLast4: string | null }> {
    const person = accountId ? await manager.findOneBy(Account, { id: accountId }) : given;
    return {
      name: this.opened(person?.name ?? null) ?? '',
      phone: this.opened(person?.phone ?? null) ?? '',
      phoneLast4: person?.phoneLast4 ?? null,
    };
  }

  /** What the last step of this kind said; null = nothing yet. */
  async last(manager: EntityManager, suggestionId: string, kind: SuggestionStep['kind']): Promise<string | null> {
    const step = await manager.findOne(SuggestionStep, { where: { suggestionId, kind }, order: { id: 'DESC' } });
    return this.opened(step?.text ?? null);
  }

  private opened(sealed: string | null): string | null {
    return sealed === null ? null : this.vault.open(sealed);
  }
}
