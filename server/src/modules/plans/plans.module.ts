import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { ProgrammesModule } from '../programmes/programmes.module';
import { RegistrationsModule } from '../registrations/registrations.module';
import { VenuesModule } from '../venues/venues.module';
import { PlanDecisionWriter } from './plan-decision.writer';
import { PlanPublishWriter } from './plan-publish.writer';
import { PlanReadingService } from './plan-reading.service';
import { PlanRenewWriter } from './plan-renew.writer';
import { PlanRetentionJob } from './plan-retention.job';
import { PlanRowWriter } from './plan-row.writer';
import { PlansController } from './plans.controller';
import { PlansService } from './plans.service';

@Module({
  imports: [EventsModule, ProgrammesModule, RegistrationsModule, VenuesModule],
  controllers: [PlansController],
  providers: [
    PlansService,
    PlanReadingService,
    PlanRowWriter,
    PlanDecisionWriter,
    PlanPublishWriter,
    PlanRenewWriter,
    PlanRetentionJob,
  ],
  exports: [PlansService],
})
export class PlansModule {}
