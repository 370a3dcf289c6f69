import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { PageQuery } from '../../http/fields';
import { CreditsService } from './credits.service';
import { InboxService } from './inbox.service';
import { NewMessageCreditsDto, ReadMessagesDto } from './messages.dto';

@Controller()
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly credits: CreditsService,
  ) {}

  @Get('me/messages')
  list(@Who() caller: Caller, @Query() query: PageQuery): Promise<ReplyOf<'GET /me/messages'>> {
    return this.inbox.list(caller.id, query);
  }

  @Get('me/messages/unread')
  unread(@Who() caller: Caller): Promise<ReplyOf<'GET /me/messages/unread'>> {
    return this.inbox.unread(caller.id);
  }

  @Post('me/messages/read')
  @HttpCode(200)
  read(@Who() caller: Caller, @Body() { upTo }: ReadMessagesDto): Promise<ReplyOf<'POST /me/messages/read'>> {
    return this.inbox.read(caller.id, new Date(upTo));
  }

  @Get('message-channels')
  channels(): ReplyOf<'GET /message-channels'> {
    return this.credits.channels();
  }

  @Get('me/message-credits')
  async left(@Who() caller: Caller): Promise<ReplyOf<'GET /me/message-credits'>> {
    return { items: await this.credits.left(caller.id) };
  }

  @Post('me/message-credits')
  @HttpCode(200)
  async add(@Who() caller: Caller, @Body() body: NewMessageCreditsDto): Promise<ReplyOf<'POST /me/message-credits'>> {
    return { items: await this.credits.add(caller.id, body) };
  }
}
