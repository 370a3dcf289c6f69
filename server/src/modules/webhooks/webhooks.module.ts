import { Module } from '@nestjs/common';
import { WebhookClient } from './webhook.client';
import { WebhookJob } from './webhook.job';
import { WebhooksController } from './webhooks.controller';
import { WebhooksService } from './webhooks.service';

@Module({ controllers: [WebhooksController], providers: [WebhooksService, WebhookJob, WebhookClient] })
export class WebhooksModule {}
