import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { NewWebhookDto, WebhookChangeDto } from './webhooks.dto';
import { WebhooksService } from './webhooks.service';

@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /webhooks'>> {
    return this.webhooks.list(caller);
  }

  @Post()
  create(@Who() caller: Caller, @Body() { url }: NewWebhookDto): Promise<ReplyOf<'POST /webhooks'>> {
    return this.webhooks.create(caller, url);
  }

  @Patch(':id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { paused }: WebhookChangeDto,
  ): Promise<ReplyOf<'PATCH /webhooks/:id'>> {
    return this.webhooks.change(caller, id, paused);
  }

  @Delete(':id')
  remove(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'DELETE /webhooks/:id'>> {
    return this.webhooks.remove(caller, id);
  }
}
