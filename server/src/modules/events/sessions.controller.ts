import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../../http/id.pipe';
import { SessionsService } from './sessions.service';

@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Carries the clock: kept by no browser, asked again by its tag. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  async detail(
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<'GET /sessions/:id'>> {
    const { session, tag } = await this.sessions.detail(id);
    void reply.header('etag', tag);
    return session;
  }

  @Get(':id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  calendar(@Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /sessions/:id/calendar.ics'>> {
    return this.sessions.calendar(id);
  }
}
