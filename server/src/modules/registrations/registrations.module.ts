import { Module } from '@nestjs/common';
import { AdmissionBatch } from './admission.batch.writer';
import { AdmissionWriter } from './admission.writer';
import { PartyWriter } from './party.writer';
import { RegistrationsController } from './registrations.controller';
import { RegistrationsService } from './registrations.service';

@Module({
  controllers: [RegistrationsController],
  providers: [RegistrationsService, AdmissionWriter, AdmissionBatch, PartyWriter],
})
export class RegistrationsModule {}
