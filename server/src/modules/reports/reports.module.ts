import { Module } from '@nestjs/common';
import { BoardReader } from './board.reader';
import { BoardService } from './board.service';
import { DeskTasksController } from './desk-tasks.controller';
import { DeskTasksService } from './desk-tasks.service';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

@Module({
  controllers: [ReportsController, DeskTasksController],
  providers: [ReportsService, BoardService, BoardReader, DeskTasksService],
})
export class ReportsModule {}
