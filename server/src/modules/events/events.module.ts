import { Module } from '@nestjs/common';
import { VenuesModule } from '../venues/venues.module';
import { EventWriter } from './event.writer';
import { EventsController } from './events.controller';
import { EventsService } from './events.service';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SetupWriter } from './setup.writer';

@Module({
  imports: [VenuesModule],
  controllers: [EventsController, SessionsController],
  providers: [EventsService, SessionsService, EventWriter, SetupWriter],
  exports: [EventWriter, EventsService, SetupWriter],
})
export class EventsModule {}
