import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { PlanField } from '@openday/shared/plan-fields';
import type { PlanRow } from '@openday/shared/plans';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { Organizer } from '../organizers/organizer.entity';
import { PlansService } from '../plans/plans.service';
import { Venue } from '../venues/venue.entity';
import { PLAN_COLUMNS, placeWords } from './session-table.presenter';
import type { Cell, Column, Table } from './table.rules';
import { FORM_WORDS, KIND_NAMES, PLAN_ROW_STATE_WORDS, sheetTime } from './words.rules';

const COLUMNS: Column[] = [
  ...PLAN_COLUMNS,
  { title: '状态', width: 14 },
  { title: '必须定的', width: 60 },
  { title: '请确认的', width: 60 },
];

/** One sheet's rows as decided so far, else in its own words; and what is still to be decided, row by row. */
@Injectable()
export class PlanTableReader {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansService,
  ) {}

  /** Throws NOT_FOUND for another unit's. */
  async table(caller: Caller, { plan = '' }: NewExport): Promise<Table> {
    const { items } = await this.plans.detail(caller, plan);
    return { name: KIND_NAMES.plan, columns: COLUMNS, total: items.length, rows: () => this.lines(items) };
  }

  private async *lines(rows: PlanRow[]): AsyncGenerator<Cell[]> {
    const manager = this.database.read;
    const units = await manager.findBy(Organizer, { id: In(rows.flatMap(({ decided }) => decided.organizerId ?? [])) });
    const venues = await manager.findBy(Venue, { id: In(rows.flatMap(({ decided }) => decided.venueId ?? [])) });
    for (const row of rows) {
      const unit = units.find(({ id }) => id === row.decided.organizerId);
      const venue = row.decided.venue ?? venues.find(({ id }) => id === row.decided.venueId);
      yield presentLine(row, unit?.name, venue && placeWords(venue));
    }
  }
}

function presentLine({ index, raw, decided, state, warnings }: PlanRow, unit?: string, place?: string): Cell[] {
  const said = (field: PlanField): string | null => raw[field]?.text ?? null;
  const open = (severity: string): string | null =>
    warnings
      .filter((warning) => warning.severity === severity && !warning.settled)
      .map(({ message }) => message)
      .join('；') || null;
  return [
    index,
    timesOf(decided) ?? said('time'),
    decided.theme ?? said('theme'),
    decided.content ?? said('content'),
    decided.forms?.map((form) => FORM_WORDS[form]).join('、') ?? said('form'),
    place ?? said('venue'),
    said('audience'),
    said('headcount'),
    unit ?? said('unit'),
    said('contact'),
    PLAN_ROW_STATE_WORDS[state],
    open('block'),
    open('confirm'),
  ];
}

function timesOf({ startsAt, endsAt, moreTimes = [] }: PlanRow['decided']): string | null {
  if (!startsAt || !endsAt) return null;
  const times = [{ startsAt, endsAt }, ...moreTimes];
  return times.map((time) => sheetTime(new Date(time.startsAt), new Date(time.endsAt))).join('；');
}
