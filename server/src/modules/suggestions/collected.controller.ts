import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { CollectedService } from './collected.service';
import { CollectedSuggestionDto, PhoneVerdictDto } from './suggestions.dto';

@Controller()
export class CollectedController {
  constructor(private readonly collected: CollectedService) {}

  @Post('desk/suggestions')
  async collect(
    @Who() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CollectedSuggestionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<'POST /desk/suggestions'>> {
    const { status, suggestion } = await this.collected.collect(caller, key, body);
    void reply.status(status);
    return suggestion;
  }

  @Post('suggestions/:id/phone-verdict')
  @HttpCode(200)
  phoned(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: PhoneVerdictDto,
  ): Promise<ReplyOf<'POST /suggestions/:id/phone-verdict'>> {
    return this.collected.phoned(caller, id, body);
  }
}
