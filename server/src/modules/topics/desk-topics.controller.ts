import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { PageQuery } from '../../http/fields';
import { IdPipe } from '../../http/id.pipe';
import { DeskTopicsService } from './desk-topics.service';
import { CandidatesDto, NewMonthlyTopicDto, TopicChoiceDto, TopicOutcomeDto, TopicSessionDto } from './topics.dto';

@Controller()
export class DeskTopicsController {
  constructor(private readonly topics: DeskTopicsService) {}

  @Get('desk/monthly-topics')
  list(@Who() caller: Caller, @Query() query: PageQuery): Promise<ReplyOf<'GET /desk/monthly-topics'>> {
    return this.topics.list(caller, query);
  }

  @Get('desk/monthly-topics/matters')
  matters(@Who() caller: Caller): Promise<ReplyOf<'GET /desk/monthly-topics/matters'>> {
    return this.topics.matters(caller);
  }

  @Post('monthly-topics')
  create(@Who() caller: Caller, @Body() body: NewMonthlyTopicDto): Promise<ReplyOf<'POST /monthly-topics'>> {
    return this.topics.create(caller, body);
  }

  @Put('monthly-topics/:id/candidates')
  candidates(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: CandidatesDto,
  ): Promise<ReplyOf<'PUT /monthly-topics/:id/candidates'>> {
    return this.topics.candidates(caller, id, body.items);
  }

  @Post('monthly-topics/:id/open')
  @HttpCode(200)
  open(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /monthly-topics/:id/open'>> {
    return this.topics.open(caller, id);
  }

  @Post('monthly-topics/:id/choose')
  @HttpCode(200)
  choose(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: TopicChoiceDto,
  ): Promise<ReplyOf<'POST /monthly-topics/:id/choose'>> {
    return this.topics.choose(caller, id, body);
  }

  @Post('monthly-topics/:id/session')
  @HttpCode(200)
  session(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: TopicSessionDto,
  ): Promise<ReplyOf<'POST /monthly-topics/:id/session'>> {
    return this.topics.session(caller, id, body.sessionId);
  }

  @Post('monthly-topics/:id/outcome')
  @HttpCode(200)
  outcome(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: TopicOutcomeDto,
  ): Promise<ReplyOf<'POST /monthly-topics/:id/outcome'>> {
    return this.topics.outcome(caller, id, body.text);
  }
}
