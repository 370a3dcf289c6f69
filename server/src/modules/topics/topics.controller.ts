import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { PageQuery } from '../../http/fields';
import { IdPipe } from '../../http/id.pipe';
import { TopicVoteDto } from './topics.dto';
import { TopicsService } from './topics.service';

@Controller('monthly-topics')
export class TopicsController {
  constructor(private readonly topics: TopicsService) {}

  @Get()
  list(@Query() query: PageQuery, @Who() caller?: Caller): Promise<ReplyOf<'GET /monthly-topics'>> {
    return this.topics.list(query, caller);
  }

  @Get(':id')
  detail(@Param('id', IdPipe) id: string, @Who() caller?: Caller): Promise<ReplyOf<'GET /monthly-topics/:id'>> {
    return this.topics.detail(id, caller);
  }

  @Post(':id/vote')
  @HttpCode(200)
  vote(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: TopicVoteDto,
  ): Promise<ReplyOf<'POST /monthly-topics/:id/vote'>> {
    return this.topics.vote(caller, id, body.candidateId);
  }
}
