import { Injectable } from '@nestjs/common';
import type { FindSummary } from '@openday/shared/find';
import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { Database } from '../../database/database';
import { toPage } from '../../http/cursor';
import { presentCard } from '../events/session.presenter';
import { sessionRows } from '../events/sessions.queries';
import { Organizer } from '../organizers/organizer.entity';
import type { FindQueryDto, SessionQueryDto } from './discovery.dto';
import { countedSessions, findSessions } from './find.queries';
import { outcomesOf } from './outcome.queries';
import { Summary } from './summary.rules';

@Injectable()
export class DiscoveryService {
  constructor(private readonly database: Database) {}

  async discover(query: SessionQueryDto): Promise<Page<SessionCard>> {
    const limit = query.limit ?? 20;
    const manager = this.database.read;
    const now = await this.database.now();
    const found = await findSessions(manager, query, now, limit);
    const sessions = await sessionRows(
      manager,
      found.map(({ id }) => id),
    );
    const rows = new Map(sessions.map((row) => [row.session.id, row]));
    const outcomes = query.past ? await outcomesOf(manager, sessions) : null;
    const hasPoint = query.lng !== undefined && query.lat !== undefined && !query.past;
    return toPage(
      found.filter(({ id }) => rows.has(id)),
      limit,
      ({ square, startsAt, id }) => [square, startsAt, id],
      ({ id, square }) => ({
        ...presentCard(rows.get(id)!, now, hasPoint ? Math.round(Math.sqrt(square)) : null),
        outcome: outcomes?.get(id) ?? null,
      }),
    );
  }

  async summary(query: FindQueryDto): Promise<FindSummary> {
    const manager = this.database.read;
    const summary = new Summary();
    for (const session of await countedSessions(manager, query, await this.database.now())) summary.add(session);
    const organizers = await manager.find(Organizer, { select: { id: true, name: true } });
    const names = new Map(organizers.map(({ id, name }) => [id, name]));
    return summary.result((id) => names.get(id) ?? '');
  }
}
