import { Injectable } from '@nestjs/common';
import type { MyResponse, MyResponses, NewResponse, ResponseTotals } from '@openday/shared/responses';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { Vault } from '../privacy/vault.service';
import { Registration } from '../registrations/registration.entity';
import { Suggestion } from '../suggestions/suggestion.entity';
import { SuggestionWriter } from '../suggestions/suggestion.writer';
import { guestsOf } from './guest.queries';
import { Response } from './response.entity';
import { presentResponse } from './response.presenter';
import { answersRefused, answersUntil, totalsOf } from './response.rules';

/** 满意度: two questions and a line. */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly suggestions: SuggestionWriter,
  ) {}

  /**
   * Stores what somebody says of a session, in place of what they said before. Throws NOT_A_GUEST for who neither had
   * a seat nor came, RESPONSES_NOT_OPEN, RESPONSES_CLOSED, SESSION_CANCELLED.
   */
  answer(caller: Caller, sessionId: string, body: NewResponse): Promise<MyResponse> {
    return this.database.write(async (manager) => {
      const session = await published(manager, sessionId);
      const now = await databaseNow(manager);
      const refused = answersRefused(session, now);
      if (refused) throw new AppError(refused);
      const guests = await guestsOf(manager, sessionId, caller.id);
      const guest = body.registrationId
        ? guests.find(({ registration }) => registration.id === body.registrationId)
        : guests[0];
      if (!guest) throw new AppError('NOT_A_GUEST');
      const registrationId = guest.registration.id;
      // One at a time for a registration, so that a line sent twice at once is handed on once.
      await manager.findOne(Registration, { where: { id: registrationId }, lock: lockMode(manager) });
      const standing = await manager.findOneBy(Response, { registrationId });
      const response = standing ?? this.blank(manager, { sessionId, registrationId, accountId: caller.id }, now);
      Object.assign(response, { satisfaction: body.satisfaction, clarity: body.clarity, updatedAt: now });
      // What was handed to the unit is the suggestion's: it has its own progress, and words are added to it there.
      if (!response.suggestionId) await this.say(manager, session, response, body, now);
      await manager.save(Response, response);
      return presentResponse(response, await this.lineOf(manager, response));
    });
  }

  async mine(caller: Caller, sessionId: string): Promise<MyResponses> {
    const manager = this.database.read;
    const session = await published(manager, sessionId);
    const event = await manager.findOneByOrFail(Event, { id: session.eventId });
    const organizer = await manager.findOneByOrFail(Organizer, { id: session.organizerId });
    const guests = await guestsOf(manager, sessionId, caller.id);
    const said = await manager.findBy(Response, { registrationId: In(guests.map((g) => g.registration.id)) });
    const items = guests.map(async ({ registration, came }) => {
      const response = said.find(({ registrationId }) => registrationId === registration.id);
      return {
        registrationId: registration.id,
        name: this.vault.open(registration.name),
        onBehalf: registration.relation !== null,
        seats: registration.seats,
        came,
        response: response ? presentResponse(response, await this.lineOf(manager, response)) : null,
      };
    });
    return {
      session: {
        id: session.id,
        eventId: event.id,
        theme: event.theme,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
      },
      organizer: { id: organizer.id, name: organizer.name },
      items: await Promise.all(items),
      opensAt: session.startsAt.toISOString(),
      closesAt: answersUntil(session).toISOString(),
      now: (await this.database.now()).toISOString(),
    };
  }

  async totals(sessionId: string): Promise<ResponseTotals> {
    const manager = this.database.read;
    await published(manager, sessionId);
    const answers = await manager
      .createQueryBuilder(Response, 'r')
      .select('r.satisfaction', 'satisfaction')
      .addSelect('r.clarity', 'clarity')
      .addSelect('COUNT(*)', 'n')
      .where('r.sessionId = :sessionId', { sessionId })
      .groupBy('r.satisfaction')
      .addGroupBy('r.clarity')
      .getRawMany<Pick<Response, 'satisfaction' | 'clarity'> & { n: number | string }>();
    return { sessionId, ...totalsOf(answers.map((answer) => ({ ...answer, n: Number(answer.n) }))) };
  }

  private blank(
    manager: EntityManager,
    of: Pick<Response, 'sessionId' | 'registrationId' | 'accountId'>,
    now: Date,
  ): Response {
    return manager.create(Response, { ...of, id: this.ids.next(), line: null, suggestionId: null, createdAt: now });
  }

  /** Keeps the line, or hands it to the unit. */
  private async say(
    manager: EntityManager,
    session: EventSession,
    response: Response,
    { line, wantsAnswer }: NewResponse,
    now: Date,
  ): Promise<void> {
    response.line = line && !wantsAnswer ? this.vault.seal(line) : null;
    if (!line || !wantsAnswer || !response.accountId) return;
    const { organizerId, eventId, id: sessionId } = session;
    const about = { organizerId, eventId, sessionId, accountId: response.accountId };
    const said = { ...about, kind: 'suggestion', text: line, mayCall: false, request: null } as const;
    response.suggestionId = (await this.suggestions.ask(manager, said, now)).id;
  }

  private async lineOf(manager: EntityManager, { line, suggestionId }: Response): Promise<string | null> {
    const suggestion = suggestionId ? await manager.findOneBy(Suggestion, { id: suggestionId }) : null;
    const sealed = line ?? suggestion?.text ?? null;
    return sealed && this.vault.open(sealed);
  }
}

/** Throws NOT_FOUND for what residents cannot see. */
async function published(manager: EntityManager, id: string): Promise<EventSession> {
  const session = await manager.findOneBy(EventSession, { id });
  if (!session?.publishedAt) throw new AppError('NOT_FOUND');
  return session;
}
