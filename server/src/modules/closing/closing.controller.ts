import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { ClosingChangeDto, ClosingQueryDto, PastSessionDto } from './closing.dto';
import { ClosingService } from './closing.service';
import { PastSessionsService } from './past-sessions.service';

@Controller()
export class ClosingController {
  constructor(
    private readonly closings: ClosingService,
    private readonly past: PastSessionsService,
  ) {}

  @Get('desk/closing')
  list(@Who() caller: Caller, @Query() query: ClosingQueryDto): Promise<ReplyOf<'GET /desk/closing'>> {
    return this.closings.list(caller, query);
  }

  @Get('desk/closing/due')
  due(@Who() caller: Caller): Promise<ReplyOf<'GET /desk/closing/due'>> {
    return this.closings.due(caller);
  }

  @Post('desk/past-sessions')
  record(@Who() caller: Caller, @Body() body: PastSessionDto): Promise<ReplyOf<'POST /desk/past-sessions'>> {
    return this.past.record(caller, body);
  }

  @Get('sessions/:id/closing')
  detail(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /sessions/:id/closing'>> {
    return this.closings.detail(caller, id);
  }

  @Patch('sessions/:id/closing')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: ClosingChangeDto,
  ): Promise<ReplyOf<'PATCH /sessions/:id/closing'>> {
    return this.closings.change(caller, id, body);
  }

  @Post('sessions/:id/closing/publish')
  @HttpCode(200)
  publish(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /sessions/:id/closing/publish'>> {
    return this.closings.publish(caller, id);
  }

  @Post('sessions/:id/closing/unpublish')
  @HttpCode(200)
  unpublish(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /sessions/:id/closing/unpublish'>> {
    return this.closings.unpublish(caller, id);
  }

  @Get('events/:id/closing')
  ofEvent(@Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /events/:id/closing'>> {
    return this.closings.ofEvent(id);
  }
}
