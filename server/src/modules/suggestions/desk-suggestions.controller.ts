import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { DeskSuggestionsService } from './desk-suggestions.service';
import {
  DeskSuggestionQueryDto,
  SuggestionAnswerDto,
  SuggestionPublicationDto,
  SuggestionTransferDto,
  TakeSuggestionDto,
} from './suggestions.dto';

@Controller()
export class DeskSuggestionsController {
  constructor(private readonly desk: DeskSuggestionsService) {}

  @Get('desk/suggestions')
  list(@Who() caller: Caller, @Query() query: DeskSuggestionQueryDto): Promise<ReplyOf<'GET /desk/suggestions'>> {
    return this.desk.list(caller, query);
  }

  @Get('desk/suggestions/counts')
  counts(@Who() caller: Caller): Promise<ReplyOf<'GET /desk/suggestions/counts'>> {
    return this.desk.counts(caller);
  }

  @Get('desk/suggestions/:id')
  detail(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /desk/suggestions/:id'>> {
    return this.desk.detail(caller, id);
  }

  @Post('suggestions/:id/take')
  @HttpCode(200)
  take(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: TakeSuggestionDto,
  ): Promise<ReplyOf<'POST /suggestions/:id/take'>> {
    return this.desk.take(caller, id, body.dueAt);
  }

  @Post('suggestions/:id/answer')
  @HttpCode(200)
  answer(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: SuggestionAnswerDto,
  ): Promise<ReplyOf<'POST /suggestions/:id/answer'>> {
    return this.desk.answer(caller, id, body);
  }

  @Post('suggestions/:id/resolve')
  @HttpCode(200)
  resolve(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /suggestions/:id/resolve'>> {
    return this.desk.resolve(caller, id);
  }

  @Post('suggestions/:id/transfer')
  @HttpCode(200)
  transfer(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: SuggestionTransferDto,
  ): Promise<ReplyOf<'POST /suggestions/:id/transfer'>> {
    return this.desk.transfer(caller, id, body);
  }

  @Post('suggestions/:id/publish')
  @HttpCode(200)
  publish(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: SuggestionPublicationDto,
  ): Promise<ReplyOf<'POST /suggestions/:id/publish'>> {
    return this.desk.publish(caller, id, body.question);
  }

  @Post('suggestions/:id/reveal')
  @HttpCode(200)
  reveal(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /suggestions/:id/reveal'>> {
    return this.desk.reveal(caller, id);
  }
}
