import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module';
import { ArrivalsController } from './arrivals.controller';
import { ArrivalsService } from './arrivals.service';
import { CheckInController } from './check-in.controller';
import { CheckInService } from './check-in.service';
import { CountsReader } from './counts.reader';
import { DoorDeviceWriter } from './door-device.writer';
import { DoorRetentionJob } from './door-retention.job';
import { DoorStaffController } from './door-staff.controller';
import { DoorStaffService } from './door-staff.service';
import { NoShowJob } from './no-show.job';
import { PackReader } from './pack.reader';
import { ScanWriter } from './scan.writer';

@Module({
  imports: [RegistrationsModule],
  controllers: [CheckInController, DoorStaffController, ArrivalsController],
  providers: [
    CheckInService,
    DoorStaffService,
    ArrivalsService,
    DoorDeviceWriter,
    ScanWriter,
    PackReader,
    CountsReader,
    NoShowJob,
    DoorRetentionJob,
  ],
  exports: [DoorStaffService],
})
export class CheckInModule {}
