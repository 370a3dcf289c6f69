import { Module } from '@nestjs/common';
import { VenuesModule } from '../venues/venues.module';
import { ApprovalsService } from './approvals.service';
import { DeskEventsController } from './desk-events.controller';
import { DeskEventsService } from './desk-events.service';
import { DeskNewsWriter } from './desk-news.writer';
import { DeskVenuesController } from './desk-venues.controller';
import { DeskVenuesService } from './desk-venues.service';
import { DraftWriter } from './draft.writer';
import { EventWriter } from './event.writer';
import { EventsController } from './events.controller';
import { EventsService } from './events.service';
import { MiniCodesController } from './mini-codes.controller';
import { MiniCodesService } from './mini-codes.service';
import { RecurrencesService } from './recurrences.service';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SetupWriter } from './setup.writer';
import { SlotPlanJob } from './slot-plan.job';
import { SlotPlanWriter } from './slot-plan.writer';
import { SlotPlansController } from './slot-plans.controller';
import { SlotPlansService } from './slot-plans.service';

@Module({
  imports: [VenuesModule],
  controllers: [
    EventsController,
    SessionsController,
    DeskEventsController,
    DeskVenuesController,
    SlotPlansController,
    MiniCodesController,
  ],
  providers: [
    EventsService,
    SessionsService,
    EventWriter,
    SetupWriter,
    DeskEventsService,
    DeskNewsWriter,
    DeskVenuesService,
    SlotPlansService,
    SlotPlanWriter,
    SlotPlanJob,
    ApprovalsService,
    DraftWriter,
    RecurrencesService,
    MiniCodesService,
  ],
  exports: [DeskNewsWriter, DeskVenuesService, EventWriter, EventsService, SetupWriter, DraftWriter, SlotPlansService],
})
export class EventsModule {}
