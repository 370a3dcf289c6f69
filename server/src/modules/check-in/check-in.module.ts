import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module';
import { CheckInController } from './check-in.controller';
import { CheckInService } from './check-in.service';
import { NoShowJob } from './no-show.job';
import { ScanWriter } from './scan.writer';

@Module({
  imports: [RegistrationsModule],
  controllers: [CheckInController],
  providers: [CheckInService, ScanWriter, NoShowJob],
})
export class CheckInModule {}
