import { Injectable } from '@nestjs/common';
import type { ExportKind, NewExport } from '@openday/shared/exports';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditTableReader } from './audit-table.reader';
import { ClosingsTableReader } from './closings-table.reader';
import { OrganizersTableReader } from './organizers-table.reader';
import { RegistrantsTableReader } from './registrants-table.reader';
import { SessionPagesReader } from './session-pages.reader';
import {
  ATTENDANCE_COLUMNS,
  presentAttendanceLine,
  presentSessionLine,
  presentUndatedLine,
  SESSION_COLUMNS,
} from './session-table.presenter';
import { SuggestionsTableReader } from './suggestions-table.reader';
import type { Cell, Table } from './table.rules';
import { UndatedEventsReader } from './undated-events.reader';
import { VenuesTableReader } from './venues-table.reader';
import { KIND_NAMES } from './words.rules';

type Choice = Exclude<keyof NewExport, 'kind' | 'format'>;

const CHOICES: Record<ExportKind, readonly Choice[]> = {
  sessions: ['programme', 'organizer', 'from', 'to'],
  attendance: ['programme', 'organizer', 'from', 'to'],
  registrants: ['session', 'reveal'],
  suggestions: ['stage', 'from', 'to'],
  closings: [],
  organizers: [],
  venues: [],
  audit: ['act', 'account', 'from', 'to'],
};

/** Every list as a table, of the caller's subtree only. */
@Injectable()
export class TablesReader {
  constructor(
    private readonly sessions: SessionPagesReader,
    private readonly undated: UndatedEventsReader,
    private readonly registrants: RegistrantsTableReader,
    private readonly suggestions: SuggestionsTableReader,
    private readonly closings: ClosingsTableReader,
    private readonly organizers: OrganizersTableReader,
    private readonly venues: VenuesTableReader,
    private readonly audit: AuditTableReader,
  ) {}

  /** Throws NOT_FOUND for another unit's session, BAD_REQUEST for choices the list does not know or lacks. */
  async table(caller: Caller, asked: NewExport): Promise<Table> {
    const { kind, format, ...choices } = asked;
    const unknown = (Object.keys(choices) as Choice[]).filter(
      (choice) => choices[choice] !== undefined && !CHOICES[kind].includes(choice),
    );
    if (unknown.length)
      throw new AppError(
        'BAD_REQUEST',
        unknown.map((field) => ({ field, message: '这份表没有这一项' })),
      );
    if (kind === 'registrants') {
      // As with one name: who only looks on is not shown it.
      if (asked.reveal && caller.role === 'observer') throw new AppError('FORBIDDEN');
      if (!asked.session) throw new AppError('BAD_REQUEST', [{ field: 'session', message: '要选一场' }]);
      return this.registrants.table(caller, asked.session, asked.reveal ?? false);
    }
    if (kind === 'suggestions') return this.suggestions.table(caller, asked);
    if (kind === 'closings') return this.closings.table(caller);
    if (kind === 'organizers') return this.organizers.table(caller);
    if (kind === 'venues') return this.venues.table(caller);
    if (kind === 'audit') return this.audit.table(caller, asked);
    const dated = await this.sessions.count(caller, asked);
    if (kind === 'attendance')
      return {
        name: KIND_NAMES[kind],
        columns: ATTENDANCE_COLUMNS,
        total: dated,
        rows: () => this.came(caller, asked),
      };
    return {
      name: KIND_NAMES[kind],
      columns: SESSION_COLUMNS,
      total: dated + (await this.undated.count(caller, asked)),
      rows: () => this.sheet(caller, asked),
    };
  }

  private async *sheet(caller: Caller, asked: NewExport): AsyncGenerator<Cell[]> {
    let place = 0;
    for await (const { row, figures } of this.sessions.pages(caller, asked)) {
      place += 1;
      yield presentSessionLine(place, row, figures);
    }
    for await (const event of this.undated.events(caller, asked)) {
      place += 1;
      yield presentUndatedLine(place, event);
    }
  }

  private async *came(caller: Caller, asked: NewExport): AsyncGenerator<Cell[]> {
    for await (const { row, figures } of this.sessions.pages(caller, asked)) yield presentAttendanceLine(row, figures);
  }
}
