import { Module } from '@nestjs/common';
import { AnnualController } from './annual.controller';
import { AnnualReader } from './annual.reader';
import { AnnualService } from './annual.service';
import { BoardReader } from './board.reader';
import { BoardService } from './board.service';
import { DeskTasksController } from './desk-tasks.controller';
import { DeskTasksService } from './desk-tasks.service';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { UnitsController } from './units.controller';
import { UnitsService } from './units.service';

@Module({
  controllers: [ReportsController, AnnualController, DeskTasksController, UnitsController],
  providers: [ReportsService, BoardService, BoardReader, DeskTasksService, UnitsService, AnnualService, AnnualReader],
})
export class ReportsModule {}
