import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { NewSessionMessageDto } from './registrants.dto';
import { SessionMessagesService } from './session-messages.service';

@Controller('sessions/:id/messages')
export class SessionMessagesController {
  constructor(private readonly messages: SessionMessagesService) {}

  @Post()
  @HttpCode(200)
  send(
    @Who() caller: Caller,
    @Param('id', IdPipe) sessionId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: NewSessionMessageDto,
  ): Promise<ReplyOf<'POST /sessions/:id/messages'>> {
    return this.messages.send(caller, sessionId, key, body);
  }

  @Get()
  list(@Who() caller: Caller, @Param('id', IdPipe) sessionId: string): Promise<ReplyOf<'GET /sessions/:id/messages'>> {
    return this.messages.list(caller, sessionId);
  }
}
