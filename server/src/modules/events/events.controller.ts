import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { EventQueryDto, NewEventDto } from './events.dto';
import { EventsService } from './events.service';

@Controller('events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get()
  announced(@Query() query: EventQueryDto, @Who() caller?: Caller): Promise<ReplyOf<'GET /events'>> {
    return this.events.announced(query, caller);
  }

  @Get(':id')
  detail(@Param('id', IdPipe) id: string, @Who() caller?: Caller): Promise<ReplyOf<'GET /events/:id'>> {
    return this.events.detail(id, caller);
  }

  @Post()
  create(@Who() caller: Caller, @Body() body: NewEventDto): Promise<ReplyOf<'POST /events'>> {
    return this.events.create(caller, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  publish(@Param('id', IdPipe) id: string, @Who() caller: Caller): Promise<ReplyOf<'POST /events/:id/publish'>> {
    return this.events.publish(id, caller);
  }

  @Post(':id/follow')
  @HttpCode(200)
  follow(@Param('id', IdPipe) id: string, @Who() caller: Caller): Promise<ReplyOf<'POST /events/:id/follow'>> {
    return this.events.follow(id, caller, true);
  }

  @Delete(':id/follow')
  unfollow(@Param('id', IdPipe) id: string, @Who() caller: Caller): Promise<ReplyOf<'DELETE /events/:id/follow'>> {
    return this.events.follow(id, caller, false);
  }
}
