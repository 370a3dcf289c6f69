import { Module } from '@nestjs/common';
import { BoardReader } from './board.reader';
import { BoardService } from './board.service';
import { DeskTasksController } from './desk-tasks.controller';
import { DeskTasksService } from './desk-tasks.service';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { UnitsController } from './units.controller';
import { UnitsService } from './units.service';

@Module({
  controllers: [ReportsController, DeskTasksController, UnitsController],
  providers: [ReportsService, BoardService, BoardReader, DeskTasksService, UnitsService],
})
export class ReportsModule {}
