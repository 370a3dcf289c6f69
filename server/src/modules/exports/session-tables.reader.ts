import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { Caller } from '../../http/access';
import { SessionPagesReader } from './session-pages.reader';
import {
  ATTENDANCE_COLUMNS,
  presentAttendanceLine,
  presentSessionLine,
  presentUndatedLine,
  SESSION_COLUMNS,
} from './session-table.presenter';
import { type Cell, numbered, type Table } from './table.rules';
import { UndatedEventsReader } from './undated-events.reader';
import { KIND_NAMES } from './words.rules';

/** Public sessions as a plan sheet has them, or by who came. */
@Injectable()
export class SessionTablesReader {
  constructor(
    private readonly sessions: SessionPagesReader,
    private readonly undated: UndatedEventsReader,
  ) {}

  /** By date; what has no date yet follows. */
  async sheet(caller: Caller, asked: NewExport): Promise<Table> {
    return {
      name: KIND_NAMES.sessions,
      columns: SESSION_COLUMNS,
      total: (await this.sessions.count(caller, asked)) + (await this.undated.count(caller, asked)),
      rows: () => numbered(this.lines(caller, asked)),
    };
  }

  async attendance(caller: Caller, asked: NewExport): Promise<Table> {
    return {
      name: KIND_NAMES.attendance,
      columns: ATTENDANCE_COLUMNS,
      total: await this.sessions.count(caller, asked),
      rows: () => this.came(caller, asked),
    };
  }

  private async *lines(caller: Caller, asked: NewExport): AsyncGenerator<Cell[]> {
    for await (const { row, figures } of this.sessions.pages(caller, asked)) yield presentSessionLine(row, figures);
    for await (const event of this.undated.events(caller, asked)) yield presentUndatedLine(event);
  }

  private async *came(caller: Caller, asked: NewExport): AsyncGenerator<Cell[]> {
    for await (const { row, figures } of this.sessions.pages(caller, asked)) yield presentAttendanceLine(row, figures);
  }
}
