import { Controller, Get, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access, type Caller, DESK, Who } from '../../http/access';
import { AttendanceQueryDto } from './reports.dto';
import { ReportsService } from './reports.service';

@Controller('reports')
@Access(...DESK)
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get('attendance')
  attendance(@Who() caller: Caller, @Query() query: AttendanceQueryDto): Promise<ReplyOf<'GET /reports/attendance'>> {
    return this.reports.attendance(caller, query);
  }
}
