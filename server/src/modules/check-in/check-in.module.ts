import { Module } from '@nestjs/common';
import { CheckInController } from './check-in.controller';
import { CheckInService } from './check-in.service';
import { ScanWriter } from './scan.writer';

@Module({ controllers: [CheckInController], providers: [CheckInService, ScanWriter] })
export class CheckInModule {}
