import { Module } from '@nestjs/common';
import { AdmissionBatch } from './admission.batch.writer';
import { AdmissionQueries } from './admission.queries';
import { AdmissionStore } from './admission.store.writer';
import { AdmissionWriter } from './admission.writer';
import { PartyWriter } from './party.writer';
import { RegistrationReader } from './registration.reader';
import { RegistrationsController } from './registrations.controller';
import { RegistrationsService } from './registrations.service';
import { RetentionJob } from './retention.job';
import { SeatsWriter } from './seats.writer';

@Module({
  controllers: [RegistrationsController],
  providers: [
    RegistrationsService,
    AdmissionWriter,
    AdmissionBatch,
    AdmissionQueries,
    AdmissionStore,
    PartyWriter,
    SeatsWriter,
    RegistrationReader,
    RetentionJob,
  ],
})
export class RegistrationsModule {}
