import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module';
import { ClosingController } from './closing.controller';
import { ClosingReader } from './closing.reader';
import { ClosingService } from './closing.service';
import { ClosingWriter } from './closing.writer';
import { ClosingReminderJob } from './closing-reminder.job';
import { PastSessionWriter } from './past-session.writer';
import { PastSessionsService } from './past-sessions.service';

@Module({
  imports: [EventsModule, QuestionnairesModule],
  controllers: [ClosingController],
  providers: [ClosingService, ClosingReader, ClosingWriter, ClosingReminderJob, PastSessionsService, PastSessionWriter],
  exports: [ClosingService],
})
export class ClosingModule {}
