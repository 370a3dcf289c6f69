import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { NewResponseDto } from './responses.dto';
import { ResponsesService } from './responses.service';

@Controller('sessions/:id/responses')
export class ResponsesController {
  constructor(private readonly responses: ResponsesService) {}

  @Post()
  @HttpCode(200)
  answer(
    @Who() caller: Caller,
    @Param('id', IdPipe) sessionId: string,
    @Body() body: NewResponseDto,
  ): Promise<ReplyOf<'POST /sessions/:id/responses'>> {
    return this.responses.answer(caller, sessionId, body);
  }

  @Get('mine')
  mine(
    @Who() caller: Caller,
    @Param('id', IdPipe) sessionId: string,
  ): Promise<ReplyOf<'GET /sessions/:id/responses/mine'>> {
    return this.responses.mine(caller, sessionId);
  }

  @Get('totals')
  totals(@Param('id', IdPipe) sessionId: string): Promise<ReplyOf<'GET /sessions/:id/responses/totals'>> {
    return this.responses.totals(sessionId);
  }
}
