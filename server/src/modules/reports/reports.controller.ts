import { Controller, Get, Header, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { BoardQuery } from '@openday/shared/reports';
import { type Caller, Who } from '../../http/access';
import { ContractQueryPipe } from '../../http/contract-query.pipe';
import { BoardService } from './board.service';
import { AttendanceQueryDto, BoardGroupQueryDto, BoardQueryDto, VarianceQueryDto } from './reports.dto';
import { ReportsService } from './reports.service';

const JSON_TEXT = ['content-type', 'application/json; charset=utf-8'] as const;

@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly boards: BoardService,
  ) {}

  @Get('attendance')
  attendance(@Who() caller: Caller, @Query() query: AttendanceQueryDto): Promise<ReplyOf<'GET /reports/attendance'>> {
    return this.reports.attendance(caller, query);
  }

  /** `Board`, its text ready. */
  @Get('board')
  @Header(...JSON_TEXT)
  board(@Who() caller: Caller, @Query(new ContractQueryPipe('BoardQuery', BoardQueryDto)) query: BoardQuery) {
    return this.boards.board(caller, query);
  }

  /** `{items: BoardWeek[]}`, its text ready. */
  @Get('board/weeks')
  @Header(...JSON_TEXT)
  weeks(@Who() caller: Caller, @Query(new ContractQueryPipe('BoardQuery', BoardQueryDto)) query: BoardQuery) {
    return this.boards.weeks(caller, query);
  }

  @Get('board/groups')
  groups(@Who() caller: Caller, @Query() query: BoardGroupQueryDto): Promise<ReplyOf<'GET /reports/board/groups'>> {
    return this.boards.groups(caller, query);
  }

  @Get('board/variances')
  variances(@Who() caller: Caller, @Query() query: VarianceQueryDto): Promise<ReplyOf<'GET /reports/board/variances'>> {
    return this.reports.variances(caller, query);
  }
}
