import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access, ANYONE_SIGNED_IN, type Caller, DESK, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { EventQueryDto, NewEventDto } from './events.dto';
import { EventsService } from './events.service';

@Controller('events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get()
  @Access('public')
  announced(@Query() query: EventQueryDto, @Who() caller?: Caller): Promise<ReplyOf<'GET /events'>> {
    return this.events.announced(query, caller);
  }

  @Get(':id')
  @Access('public')
  detail(@Param('id', IdPipe) id: string, @Who() caller?: Caller): Promise<ReplyOf<'GET /events/:id'>> {
    return this.events.detail(id, caller);
  }

  @Post()
  @Access(...DESK)
  create(@Who() caller: Caller, @Body() body: NewEventDto): Promise<ReplyOf<'POST /events'>> {
    return this.events.create(caller, body);
  }

  @Post(':id/publish')
  @Access(...DESK)
  @HttpCode(200)
  publish(@Param('id', IdPipe) id: string, @Who() caller: Caller): Promise<ReplyOf<'POST /events/:id/publish'>> {
    return this.events.publish(id, caller);
  }

  @Post(':id/follow')
  @Access(...ANYONE_SIGNED_IN)
  @HttpCode(200)
  follow(@Param('id', IdPipe) id: string, @Who() caller: Caller): Promise<ReplyOf<'POST /events/:id/follow'>> {
    return this.events.follow(id, caller, true);
  }

  @Delete(':id/follow')
  @Access(...ANYONE_SIGNED_IN)
  unfollow(@Param('id', IdPipe) id: string, @Who() caller: Caller): Promise<ReplyOf<'DELETE /events/:id/follow'>> {
    return this.events.follow(id, caller, false);
  }
}
