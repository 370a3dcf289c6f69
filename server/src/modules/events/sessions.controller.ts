import { Controller, Get, Header, Param } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { SessionsService } from './sessions.service';

@Controller('sessions')
@Access('public')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get(':id')
  detail(@Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /sessions/:id'>> {
    return this.sessions.detail(id);
  }

  @Get(':id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  calendar(@Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /sessions/:id/calendar.ics'>> {
    return this.sessions.calendar(id);
  }
}
