import { Module } from '@nestjs/common';
import { CallsController } from './calls.controller';
import { CallsService } from './calls.service';
import { CreditsService } from './credits.service';
import { DeliveryJob } from './delivery.job';
import { DeliveryWriter } from './delivery.writer';
import { InboxController } from './inbox.controller';
import { InboxService } from './inbox.service';
import { MessagesRetentionJob } from './messages-retention.job';
import { ReachReader } from './reach.reader';
import { RemindersJob } from './reminders.job';
import { WorkWechatController } from './work-wechat.controller';
import { WorkWechatService } from './work-wechat.service';

/** What people are told: in the product, out of it, and by a call where nothing reached them. It reads every noun. */
@Module({
  controllers: [CallsController, InboxController, WorkWechatController],
  providers: [
    CallsService,
    CreditsService,
    DeliveryJob,
    DeliveryWriter,
    InboxService,
    MessagesRetentionJob,
    ReachReader,
    RemindersJob,
    WorkWechatService,
  ],
  exports: [CallsService],
})
export class MessagesModule {}
