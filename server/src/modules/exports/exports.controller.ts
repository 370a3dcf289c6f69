import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import {
  AuditExportQueryDto,
  NewExportDto,
  RegistrantsExportQueryDto,
  SessionsExportQueryDto,
  SuggestionsExportQueryDto,
} from './exports.dto';
import { ExportsService } from './exports.service';

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

  @Post()
  @HttpCode(200)
  ask(@Who() caller: Caller, @Body() body: NewExportDto): Promise<ReplyOf<'POST /exports'>> {
    return this.exports.ask(caller, body);
  }

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /exports'>> {
    return this.exports.list(caller);
  }

  @Get(':id')
  one(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /exports/:id'>> {
    return this.exports.one(caller, id);
  }

  @Get(':id/file')
  download(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.exports.download(caller, id);
  }
}
