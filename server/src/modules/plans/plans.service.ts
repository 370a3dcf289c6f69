import { Injectable } from '@nestjs/common';
import type {
  PlanImport as ImportWire,
  PlanDecisions,
  PlanImportSummary,
  PublishedRows,
  PublishRows,
  PlanRow as RowWire,
} from '@openday/shared/plans';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { Event } from '../events/event.entity';
import { Organizer } from '../organizers/organizer.entity';
import { inScope, organizerInScope } from '../organizers/scope.queries';
import { Programme } from '../programmes/programme.entity';
import { ProgrammeWriter } from '../programmes/programme.writer';
import { presentDiff, presentSummary } from './plan.presenter';
import { PlanDecisionWriter } from './plan-decision.writer';
import { PlanImport } from './plan-import.entity';
import { PlanPublishWriter } from './plan-publish.writer';
import { PlanReadingService } from './plan-reading.service';
import { PlanRow } from './plan-row.entity';
import { lockRows } from './plan-row.queries';
import { PlanRowWriter } from './plan-row.writer';
import type { PlanReading } from './plan-understanding.rules';
import type { Upload } from './plan-upload.reader';
import { withVenueProposals } from './plan-venue.queries';

@Injectable()
export class PlansService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly reading: PlanReadingService,
    private readonly rows: PlanRowWriter,
    private readonly decisions: PlanDecisionWriter,
    private readonly publisher: PlanPublishWriter,
    private readonly programmes: ProgrammeWriter,
    private readonly audit: AuditWriter,
  ) {}

  async list(caller: Caller): Promise<{ items: PlanImportSummary[] }> {
    const manager = this.database.read;
    const plans = await inScope(manager.createQueryBuilder(PlanImport, 'plan'), 'plan', caller)
      .orderBy('plan.id', 'DESC')
      .getMany();
    const states = await manager.find(PlanRow, {
      select: { importId: true, state: true },
      where: { importId: In(plans.map(({ id }) => id)) },
    });
    return {
      items: plans.map((plan) => {
        const own = states.filter(({ importId }) => importId === plan.id);
        return presentSummary(plan, { rows: own.length, published: own.filter(isPublic).length });
      }),
    };
  }

  /**
   * A sheet's draft rows; the same sheet (unit, title, year) again updates them. Throws PLAN_TITLE_NEEDED when neither
   * the sheet nor the asker says which plan of which year it is.
   */
  async create(caller: Caller, { source, asked }: Upload): Promise<ImportWire> {
    const programme = asked.programmeId ? await this.programmeAbove(caller, asked.programmeId) : null;
    const units = await this.unitsOf(caller);
    const corrects = asked.planId ? await this.mine(this.database.read, caller, asked.planId) : null;
    const known = {
      title: asked.title ?? corrects?.title ?? programme?.title,
      year: asked.year ?? corrects?.year ?? programme?.year,
      units,
    };
    const reading = await this.reading.read(source, known);
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const plan = await this.planOf(manager, caller, reading, { programme, corrects }, now);
      await this.rows.replace(manager, plan, reading.rows, now);
      await this.audit.append(manager, { accountId: caller.id, act: 'plan.import', target: ['planImport', plan.id] });
      return this.present(manager, caller, plan);
    });
  }

  /** The whole draft. It names people, so that it was read is recorded. */
  detail(caller: Caller, id: string): Promise<ImportWire> {
    return this.database.write(async (manager) => {
      const plan = await this.mine(manager, caller, id);
      await this.audit.append(manager, { accountId: caller.id, act: 'plan.read', target: ['planImport', id] });
      return this.present(manager, caller, plan);
    });
  }

  /** What the clerk decided, laid over what was decided before, for all these rows or none. Throws NOT_FOUND. */
  decide(caller: Caller, id: string, { items }: PlanDecisions): Promise<{ items: RowWire[] }> {
    return this.database.write(async (manager) => {
      const plan = await this.mine(manager, caller, id);
      const now = await databaseNow(manager);
      const rows = await this.decisions.decide(manager, caller, id, items, now);
      await this.told(manager, caller, 'plan.decide', rows);
      return { items: await this.wires(manager, caller, plan, rows, now) };
    });
  }

  /**
   * All these rows or none of them; public ones are brought up to date. Throws PLAN_ROWS_BLOCKED with a sentence per row,
   * PLAN_ROW_PUBLISHED, AFFECTS_PEOPLE without `confirm`, NOT_FOUND.
   */
  publish(caller: Caller, id: string, { rows: rowIds, confirm = false }: PublishRows): Promise<PublishedRows> {
    return this.database.write(async (manager) => {
      const plan = await this.mine(manager, caller, id);
      const wanted = [...new Set(rowIds)];
      const rows = await lockRows(manager, id, wanted);
      if (rows.length !== wanted.length) throw new AppError('NOT_FOUND');
      const now = await databaseNow(manager);
      const wires = await this.wires(manager, caller, plan, rows, now);
      const pairs = rows.map((row, i) => ({ row, wire: wires[i]! })).sort((a, b) => a.wire.index - b.wire.index);
      const done = await this.publisher.publish(manager, caller, plan, pairs, { confirm, now });
      await this.told(manager, caller, 'plan.publish', rows);
      return {
        items: done.map(({ told: _, ...item }) => item),
        told: done.reduce((sum, { told }) => sum + told, 0),
      };
    });
  }

  private async told(manager: EntityManager, caller: Caller, act: string, rows: PlanRow[]): Promise<void> {
    const entries = rows.map(({ id }) => ({ accountId: caller.id, act, target: ['planRow', id] as [string, string] }));
    await this.audit.append(manager, ...entries);
  }

  private async planOf(
    manager: EntityManager,
    caller: Caller,
    { title, year }: PlanReading,
    { programme, corrects }: { programme: Programme | null; corrects: PlanImport | null },
    now: Date,
  ): Promise<PlanImport> {
    const organizer = await organizerInScope(manager, corrects?.organizerId ?? caller.organizerId, caller);
    if (!title || title.length < 2 || year === null) {
      const lacking = [
        ...(title ? [] : [{ field: 'title', message: '请填标题' }]),
        ...(year ? [] : [{ field: 'year', message: '请填年份' }]),
      ];
      throw new AppError('PLAN_TITLE_NEEDED', lacking);
    }
    const key = { organizerId: organizer.id, title, year };
    const known = corrects ?? (await manager.findOneBy(PlanImport, key));
    const programmeId =
      programme?.id ??
      known?.programmeId ??
      (await this.programmes.findOrCreate(manager, organizer.id, { title, year })).id;
    const plan = manager.create(PlanImport, {
      ...(known ?? { ...key, id: this.ids.next() }),
      programmeId,
      reimportedAt: known ? now : null,
      createdAt: known?.createdAt ?? now,
      updatedAt: now,
    });
    await manager.save(PlanImport, plan);
    return plan;
  }

  /** The caller's own programme or one held above it, as for any event. */
  private async programmeAbove(caller: Caller, id: string): Promise<Programme> {
    const programme = await this.database.read.findOneBy(Programme, { id });
    if (!programme || !caller.path?.includes(`/${programme.organizerId}/`)) throw new AppError('NOT_FOUND');
    return programme;
  }

  private async unitsOf(caller: Caller): Promise<Organizer[]> {
    return this.database.read
      .createQueryBuilder(Organizer, 'unit')
      .where('unit.path LIKE :path', { path: `${caller.path ?? '!'}%` })
      .getMany();
  }

  private async mine(manager: EntityManager, caller: Caller, id: string): Promise<PlanImport> {
    const plan = await inScope(manager.createQueryBuilder(PlanImport, 'plan'), 'plan', caller)
      .where('plan.id = :id', { id })
      .getOne();
    if (!plan) throw new AppError('NOT_FOUND');
    return plan;
  }

  private async present(manager: EntityManager, caller: Caller, plan: PlanImport): Promise<ImportWire> {
    const rows = await manager.find(PlanRow, { where: { importId: plan.id }, order: { position: 'ASC', id: 'ASC' } });
    const programme = plan.programmeId ? await manager.findOneBy(Programme, { id: plan.programmeId }) : null;
    return {
      ...presentSummary(plan, { rows: rows.length, published: rows.filter(isPublic).length }),
      programme: programme && { id: programme.id, title: programme.title },
      diff: presentDiff(plan, rows),
      items: await this.wires(manager, caller, plan, rows, await databaseNow(manager)),
    };
  }

  private async wires(
    manager: EntityManager,
    caller: Caller,
    plan: PlanImport,
    rows: PlanRow[],
    now: Date,
  ): Promise<RowWire[]> {
    const eventIds = rows.flatMap(({ eventId }) => eventId ?? []);
    const ended = await manager.findBy(Event, { id: In(eventIds), state: 'cancelled' });
    const cancelled = new Set(ended.map(({ id }) => id));
    const wires = rows.map((row) => this.rows.present(row, plan, cancelled.has(row.eventId ?? ''), now));
    return withVenueProposals(manager, caller, wires);
  }
}

function isPublic({ state }: Pick<PlanRow, 'state'>): boolean {
  return state === 'published' || state === 'announced';
}
