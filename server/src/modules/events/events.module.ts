import { Module } from '@nestjs/common';
import { VenuesModule } from '../venues/venues.module';
import { EventWriter } from './event.writer';
import { EventsController } from './events.controller';
import { EventsService } from './events.service';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';

@Module({
  imports: [VenuesModule],
  controllers: [EventsController, SessionsController],
  providers: [EventsService, SessionsService, EventWriter],
  exports: [EventWriter],
})
export class EventsModule {}
