import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { ApprovalsService } from './approvals.service';
import { DeskEventQueryDto, NewSessionsDto, RecurrenceDto, SendBackDto } from './desk-events.dto';
import { DeskEventsService } from './desk-events.service';
import { RecurrencesService } from './recurrences.service';

@Controller()
export class DeskEventsController {
  constructor(
    private readonly events: DeskEventsService,
    private readonly approvals: ApprovalsService,
    private readonly recurrences: RecurrencesService,
  ) {}

  @Get('desk/events')
  list(@Who() caller: Caller, @Query() query: DeskEventQueryDto): Promise<ReplyOf<'GET /desk/events'>> {
    return this.events.list(caller, query);
  }

  @Get('desk/events/counts')
  counts(@Who() caller: Caller): Promise<ReplyOf<'GET /desk/events/counts'>> {
    return this.events.counts(caller);
  }

  @Get('desk/events/:id')
  detail(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /desk/events/:id'>> {
    return this.events.detail(caller, id);
  }

  @Post('events/:id/submit')
  @HttpCode(200)
  submit(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /events/:id/submit'>> {
    return this.approvals.submit(caller, id);
  }

  @Post('events/:id/withdraw')
  @HttpCode(200)
  withdraw(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /events/:id/withdraw'>> {
    return this.approvals.withdraw(caller, id);
  }

  @Post('events/:id/approve')
  @HttpCode(200)
  approve(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /events/:id/approve'>> {
    return this.approvals.approve(caller, id);
  }

  @Post('events/:id/send-back')
  @HttpCode(200)
  sendBack(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: SendBackDto,
  ): Promise<ReplyOf<'POST /events/:id/send-back'>> {
    return this.approvals.sendBack(caller, id, reason);
  }

  @Post('events/:id/sessions')
  @HttpCode(200)
  addSessions(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { sessions }: NewSessionsDto,
  ): Promise<ReplyOf<'POST /events/:id/sessions'>> {
    return this.approvals.addSessions(caller, id, sessions);
  }

  @Delete('events/:id')
  remove(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'DELETE /events/:id'>> {
    return this.approvals.remove(caller, id);
  }

  @Post('recurrences/preview')
  @HttpCode(200)
  preview(@Body() body: RecurrenceDto): ReplyOf<'POST /recurrences/preview'> {
    return this.recurrences.preview(body);
  }
}
