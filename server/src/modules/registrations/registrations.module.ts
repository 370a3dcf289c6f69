import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { AdmissionBatch } from './admission.batch.writer';
import { AdmissionQueries } from './admission.queries';
import { AdmissionStore } from './admission.store.writer';
import { AdmissionWriter } from './admission.writer';
import { AskedChangesService } from './asked-changes.service';
import { ClaimsController } from './claims.controller';
import { ClaimsService } from './claims.service';
import { DrawJob } from './draw.job';
import { DrawWriter } from './draw.writer';
import { DrawListWriter } from './draw-list.writer';
import { DrawsController } from './draws.controller';
import { DrawsService } from './draws.service';
import { EventChangesController } from './event-changes.controller';
import { EventChangesService } from './event-changes.service';
import { InvitationsController } from './invitations.controller';
import { InvitationsService } from './invitations.service';
import { MoveWriter } from './move.writer';
import { PartyWriter } from './party.writer';
import { RegistrantReader } from './registrant.reader';
import { RegistrantsController } from './registrants.controller';
import { RegistrantsService } from './registrants.service';
import { RegistrationReader } from './registration.reader';
import { RegistrationsController } from './registrations.controller';
import { RegistrationsService } from './registrations.service';
import { RestrictionReader } from './restriction.reader';
import { RestrictionWriter } from './restriction.writer';
import { RestrictionsController } from './restrictions.controller';
import { RestrictionsService } from './restrictions.service';
import { RetentionJob } from './retention.job';
import { SeatsJob } from './seats.job';
import { SeatsWriter } from './seats.writer';
import { SessionChangeWriter } from './session-change.writer';
import { SessionChangesController } from './session-changes.controller';
import { SessionChangesService } from './session-changes.service';
import { SessionMessagesController } from './session-messages.controller';
import { SessionMessagesService } from './session-messages.service';
import { SessionSetupWriter } from './session-setup.writer';
import { VenueChangesController } from './venue-changes.controller';
import { VenueChangesService } from './venue-changes.service';

@Module({
  imports: [EventsModule],
  controllers: [
    RegistrationsController,
    RegistrantsController,
    InvitationsController,
    DrawsController,
    ClaimsController,
    RestrictionsController,
    SessionChangesController,
    EventChangesController,
    VenueChangesController,
    SessionMessagesController,
  ],
  providers: [
    AskedChangesService,
    VenueChangesService,
    RegistrationsService,
    AdmissionWriter,
    AdmissionBatch,
    AdmissionQueries,
    AdmissionStore,
    PartyWriter,
    SeatsWriter,
    RegistrationReader,
    RetentionJob,
    SessionChangesService,
    SessionChangeWriter,
    SessionSetupWriter,
    EventChangesService,
    RegistrantsService,
    RegistrantReader,
    MoveWriter,
    SessionMessagesService,
    InvitationsService,
    DrawsService,
    DrawListWriter,
    DrawWriter,
    DrawJob,
    SeatsJob,
    ClaimsService,
    RestrictionsService,
    RestrictionReader,
    RestrictionWriter,
  ],
  exports: [
    SeatsWriter,
    SessionChangeWriter,
    RestrictionWriter,
    RegistrationReader,
    RestrictionReader,
    RestrictionsService,
    SessionMessagesService,
  ],
})
export class RegistrationsModule {}
