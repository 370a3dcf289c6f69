import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { ProgrammesModule } from '../programmes/programmes.module';
import { PlanPublishWriter } from './plan-publish.writer';
import { PlanRowWriter } from './plan-row.writer';
import { PlansController } from './plans.controller';
import { PlansService } from './plans.service';

@Module({
  imports: [EventsModule, ProgrammesModule],
  controllers: [PlansController],
  providers: [PlansService, PlanRowWriter, PlanPublishWriter],
})
export class PlansModule {}
