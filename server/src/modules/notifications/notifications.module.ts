import { Global, Module } from '@nestjs/common';
import { OutboxWriter } from './outbox.writer';
import { SiteNewsWriter } from './site-news.writer';

@Global()
@Module({ providers: [OutboxWriter, SiteNewsWriter], exports: [OutboxWriter, SiteNewsWriter] })
export class NotificationsModule {}
