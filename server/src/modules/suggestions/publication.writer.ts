import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContentCheck } from './content-check.entity';
import { HeldPublication } from './held-publication.entity';
import { type CheckVerdict, heldFor } from './publication.rules';
import type { Suggestion } from './suggestion.entity';
import { SuggestionWriter } from './suggestion.writer';

export interface Wording {
  question: string;
  answer: string;
}

/** Makes a unit's wording public, holds it for a second person, or takes it back; under the suggestion's lock. */
@Injectable()
export class PublicationWriter {
  constructor(private readonly writer: SuggestionWriter) {}

  /** The same wording again changes nothing: neither what waits, nor what was refused. */
  async ask(manager: EntityManager, suggestion: Suggestion, said: Wording, askedBy: string, now: Date): Promise<void> {
    const { id: suggestionId, publicQuestion, publicAnswer, publishedAt } = suggestion;
    if (publishedAt && same(said, { question: publicQuestion, answer: publicAnswer }))
      return this.open(manager, suggestion, said, publishedAt);
    const standing = await manager.findOneBy(HeldPublication, { suggestionId });
    if (standing && same(said, standing)) return;
    const why = heldFor(await manager.findOneBy(ContentCheck, { suggestionId }));
    if (!why) return this.open(manager, suggestion, said, now);
    const { question, answer } = said;
    await manager.save(HeldPublication, {
      ...{ suggestionId, question, answer, why, askedBy },
      ...{ reason: null, createdAt: now },
    });
  }

  /** Everybody's to read; null = no longer. */
  async open(manager: EntityManager, suggestion: Suggestion, said: Wording | null, now: Date): Promise<void> {
    await manager.delete(HeldPublication, { suggestionId: suggestion.id });
    await this.writer.change(manager, suggestion, {
      publicQuestion: said?.question ?? null,
      publicAnswer: said?.answer ?? null,
      publishedAt: said && now,
    });
  }

  /** What waited for WeChat's word alone needs nobody once that is good. */
  async checked(manager: EntityManager, suggestion: Suggestion, verdict: CheckVerdict, now: Date): Promise<void> {
    const { id: suggestionId } = suggestion;
    const held = await manager.findOneBy(HeldPublication, { suggestionId });
    if (held?.reason !== null || held.why !== 'unchecked') return;
    const why = heldFor({ verdict });
    if (why) await manager.update(HeldPublication, { suggestionId }, { why });
    else await this.open(manager, suggestion, held, now);
  }
}

const same = (a: Wording, b: { [part in keyof Wording]: string | null }): boolean =>
  a.question === b.question && a.answer === b.answer;
