import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { type Caller, Who } from '../../http/access';
import {
  AuditExportQueryDto,
  CallsExportQueryDto,
  DrawExportQueryDto,
  EventsExportQueryDto,
  MembersExportQueryDto,
  PlanExportQueryDto,
  QuestionnairesExportQueryDto,
  RegistrantsExportQueryDto,
  SessionsExportQueryDto,
  SuggestionsExportQueryDto,
} from './exports.dto';
import { ExportsService } from './exports.service';

/** A file of each list, at once. */
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('sessions.xlsx')
  sessionsXlsx(@Who() caller: Caller, @Query() query: SessionsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'sessions', format: 'xlsx' });
  }

  @Get('sessions.csv')
  sessionsCsv(@Who() caller: Caller, @Query() query: SessionsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'sessions', format: 'csv' });
  }

  @Get('attendance.xlsx')
  attendanceXlsx(@Who() caller: Caller, @Query() query: SessionsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'attendance', format: 'xlsx' });
  }

  @Get('attendance.csv')
  attendanceCsv(@Who() caller: Caller, @Query() query: SessionsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'attendance', format: 'csv' });
  }

  @Get('registrants.xlsx')
  registrantsXlsx(@Who() caller: Caller, @Query() query: RegistrantsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'registrants', format: 'xlsx' });
  }

  @Get('registrants.csv')
  registrantsCsv(@Who() caller: Caller, @Query() query: RegistrantsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'registrants', format: 'csv' });
  }

  @Get('suggestions.xlsx')
  suggestionsXlsx(@Who() caller: Caller, @Query() query: SuggestionsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'suggestions', format: 'xlsx' });
  }

  @Get('suggestions.csv')
  suggestionsCsv(@Who() caller: Caller, @Query() query: SuggestionsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'suggestions', format: 'csv' });
  }

  @Get('closings.xlsx')
  closingsXlsx(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'closings', format: 'xlsx' });
  }

  @Get('closings.csv')
  closingsCsv(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'closings', format: 'csv' });
  }

  @Get('audit.xlsx')
  auditXlsx(@Who() caller: Caller, @Query() query: AuditExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'audit', format: 'xlsx' });
  }

  @Get('audit.csv')
  auditCsv(@Who() caller: Caller, @Query() query: AuditExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'audit', format: 'csv' });
  }

  @Get('organizers.xlsx')
  organizersXlsx(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'organizers', format: 'xlsx' });
  }

  @Get('organizers.csv')
  organizersCsv(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'organizers', format: 'csv' });
  }

  @Get('venues.xlsx')
  venuesXlsx(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'venues', format: 'xlsx' });
  }

  @Get('venues.csv')
  venuesCsv(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'venues', format: 'csv' });
  }

  @Get('events.xlsx')
  eventsXlsx(@Who() caller: Caller, @Query() query: EventsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'events', format: 'xlsx' });
  }

  @Get('events.csv')
  eventsCsv(@Who() caller: Caller, @Query() query: EventsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'events', format: 'csv' });
  }

  @Get('plan.xlsx')
  planXlsx(@Who() caller: Caller, @Query() query: PlanExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'plan', format: 'xlsx' });
  }

  @Get('plan.csv')
  planCsv(@Who() caller: Caller, @Query() query: PlanExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'plan', format: 'csv' });
  }

  @Get('satisfaction.xlsx')
  satisfactionXlsx(@Who() caller: Caller, @Query() query: QuestionnairesExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'satisfaction', format: 'xlsx' });
  }

  @Get('satisfaction.csv')
  satisfactionCsv(@Who() caller: Caller, @Query() query: QuestionnairesExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'satisfaction', format: 'csv' });
  }

  @Get('papers.xlsx')
  papersXlsx(@Who() caller: Caller, @Query() query: QuestionnairesExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'papers', format: 'xlsx' });
  }

  @Get('papers.csv')
  papersCsv(@Who() caller: Caller, @Query() query: QuestionnairesExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'papers', format: 'csv' });
  }

  @Get('members.xlsx')
  membersXlsx(@Who() caller: Caller, @Query() query: MembersExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'members', format: 'xlsx' });
  }

  @Get('members.csv')
  membersCsv(@Who() caller: Caller, @Query() query: MembersExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'members', format: 'csv' });
  }

  @Get('calls.xlsx')
  callsXlsx(@Who() caller: Caller, @Query() query: CallsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'calls', format: 'xlsx' });
  }

  @Get('calls.csv')
  callsCsv(@Who() caller: Caller, @Query() query: CallsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'calls', format: 'csv' });
  }

  @Get('restrictions.xlsx')
  restrictionsXlsx(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'restrictions', format: 'xlsx' });
  }

  @Get('restrictions.csv')
  restrictionsCsv(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'restrictions', format: 'csv' });
  }

  @Get('topics.xlsx')
  topicsXlsx(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'topics', format: 'xlsx' });
  }

  @Get('topics.csv')
  topicsCsv(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'topics', format: 'csv' });
  }

  @Get('draw.xlsx')
  drawXlsx(@Who() caller: Caller, @Query() query: DrawExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'draw', format: 'xlsx' });
  }

  @Get('draw.csv')
  drawCsv(@Who() caller: Caller, @Query() query: DrawExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, kind: 'draw', format: 'csv' });
  }

  @Get('programmes.xlsx')
  programmesXlsx(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'programmes', format: 'xlsx' });
  }

  @Get('programmes.csv')
  programmesCsv(@Who() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller, { kind: 'programmes', format: 'csv' });
  }
}
