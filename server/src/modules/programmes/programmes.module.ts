import { Module } from '@nestjs/common';
import { ProgrammeWriter } from './programme.writer';
import { ProgrammesController } from './programmes.controller';
import { ProgrammesService } from './programmes.service';

@Module({
  controllers: [ProgrammesController],
  providers: [ProgrammesService, ProgrammeWriter],
  exports: [ProgrammeWriter],
})
export class ProgrammesModule {}
