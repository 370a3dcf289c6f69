import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../http/access';
import { PageQuery } from '../../http/fields';
import { IdPipe } from '../../http/id.pipe';
import { NewSuggestionDto, SuggestionNoteDto, SuggestionRatingDto } from './suggestions.dto';
import { SuggestionsService } from './suggestions.service';

@Controller()
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Post('suggestions')
  async ask(
    @Who() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: NewSuggestionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<'POST /suggestions'>> {
    const { status, suggestion } = await this.suggestions.ask(caller, key, body);
    void reply.status(status);
    return suggestion;
  }

  @Get('me/suggestions')
  mine(@Who() caller: Caller, @Query() query: PageQuery): Promise<ReplyOf<'GET /me/suggestions'>> {
    return this.suggestions.mine(caller, query);
  }

  @Get('suggestions/:id')
  detail(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /suggestions/:id'>> {
    return this.suggestions.detail(caller, id);
  }

  @Post('suggestions/:id/rating')
  @HttpCode(200)
  rate(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: SuggestionRatingDto,
  ): Promise<ReplyOf<'POST /suggestions/:id/rating'>> {
    return this.suggestions.rate(caller, id, body);
  }

  @Post('suggestions/:id/notes')
  @HttpCode(200)
  add(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: SuggestionNoteDto,
  ): Promise<ReplyOf<'POST /suggestions/:id/notes'>> {
    return this.suggestions.add(caller, id, body.text);
  }

  @Get('events/:id/answers')
  answers(@Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /events/:id/answers'>> {
    return this.suggestions.answers(id);
  }
}
