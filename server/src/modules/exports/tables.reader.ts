import { Injectable } from '@nestjs/common';
import type { ExportKind, NewExport } from '@openday/shared/exports';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditTableReader } from './audit-table.reader';
import { CallsTableReader } from './calls-table.reader';
import { ClosingsTableReader } from './closings-table.reader';
import { DoorStaffTableReader } from './door-staff-table.reader';
import { DrawTableReader } from './draw-table.reader';
import { EventsTableReader } from './events-table.reader';
import { ImportsTableReader } from './imports-table.reader';
import { MembersTableReader } from './members-table.reader';
import { MessagesTableReader } from './messages-table.reader';
import { OrganizersTableReader } from './organizers-table.reader';
import { PapersTableReader } from './papers-table.reader';
import { PlanTableReader } from './plan-table.reader';
import { ProgrammesTableReader } from './programmes-table.reader';
import { PublicationsTableReader } from './publications-table.reader';
import { RegistrantsTableReader } from './registrants-table.reader';
import { RestrictionsTableReader } from './restrictions-table.reader';
import { SatisfactionTableReader } from './satisfaction-table.reader';
import { SessionTablesReader } from './session-tables.reader';
import { SitesTableReader } from './sites-table.reader';
import { SlotsTableReader } from './slots-table.reader';
import { SuggestionsTableReader } from './suggestions-table.reader';
import type { Table } from './table.rules';
import { TopicsTableReader } from './topics-table.reader';
import { VenuesTableReader } from './venues-table.reader';

type Choice = Exclude<keyof NewExport, 'kind' | 'format'>;
type Reader = (caller: Caller, asked: NewExport) => Promise<Table>;

const CHOICES: Record<ExportKind, readonly Choice[]> = {
  sessions: ['programme', 'organizer', 'from', 'to'],
  attendance: ['programme', 'organizer', 'from', 'to'],
  registrants: ['session', 'reveal'],
  suggestions: ['stage', 'from', 'to'],
  closings: [],
  organizers: [],
  venues: [],
  audit: ['act', 'account', 'from', 'to'],
  events: ['state', 'q'],
  plan: ['plan'],
  satisfaction: ['event'],
  papers: ['event'],
  members: ['organizer'],
  calls: ['done', 'reveal'],
  restrictions: [],
  topics: [],
  draw: ['session'],
  programmes: [],
  imports: [],
  slots: [],
  sites: [],
  doorStaff: ['session'],
  messages: ['session'],
  publications: [],
};

/** What a list cannot do without. */
const NEEDED = { session: '要选一场', plan: '要选一份计划' } as const;

/** Every list as a table, of the caller's subtree only. */
@Injectable()
export class TablesReader {
  private readonly readers: Record<ExportKind, Reader>;

  constructor(
    sessions: SessionTablesReader,
    registrants: RegistrantsTableReader,
    suggestions: SuggestionsTableReader,
    closings: ClosingsTableReader,
    organizers: OrganizersTableReader,
    venues: VenuesTableReader,
    audit: AuditTableReader,
    events: EventsTableReader,
    plan: PlanTableReader,
    satisfaction: SatisfactionTableReader,
    papers: PapersTableReader,
    members: MembersTableReader,
    calls: CallsTableReader,
    restrictions: RestrictionsTableReader,
    topics: TopicsTableReader,
    draw: DrawTableReader,
    programmes: ProgrammesTableReader,
    imports: ImportsTableReader,
    slots: SlotsTableReader,
    sites: SitesTableReader,
    doorStaff: DoorStaffTableReader,
    messages: MessagesTableReader,
    publications: PublicationsTableReader,
  ) {
    const of =
      (reader: { table: Reader }): Reader =>
      (caller, asked) =>
        reader.table(caller, asked);
    this.readers = {
      sessions: (caller, asked) => sessions.sheet(caller, asked),
      attendance: (caller, asked) => sessions.attendance(caller, asked),
      ...{ registrants: of(registrants), suggestions: of(suggestions), closings: of(closings), audit: of(audit) },
      ...{ organizers: of(organizers), venues: of(venues), events: of(events), plan: of(plan) },
      ...{ satisfaction: of(satisfaction), papers: of(papers), members: of(members), calls: of(calls) },
      ...{ restrictions: of(restrictions), topics: of(topics), draw: of(draw), programmes: of(programmes) },
      ...{ imports: of(imports), slots: of(slots), sites: of(sites), publications: of(publications) },
      ...{ doorStaff: of(doorStaff), messages: of(messages) },
    };
  }

  /**
   * Throws NOT_FOUND for what is another unit's, FORBIDDEN for names an observer would see whole, BAD_REQUEST for choices
   * the list does not know or lacks.
   */
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
    for (const field of ['session', 'plan'] as const)
      if (CHOICES[kind].includes(field) && !choices[field])
        throw new AppError('BAD_REQUEST', [{ field, message: NEEDED[field] }]);
    // As with one name: who only looks on is not shown it.
    if (asked.reveal && caller.role === 'observer') throw new AppError('FORBIDDEN');
    return this.readers[kind](caller, asked);
  }
}
