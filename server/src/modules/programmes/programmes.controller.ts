import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { NewProgrammeDto, ProgrammeChangeDto, ProgrammeQueryDto } from './programmes.dto';
import { ProgrammesService } from './programmes.service';

@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get()
  list(@Who() caller: Caller, @Query() query: ProgrammeQueryDto): Promise<ReplyOf<'GET /programmes'>> {
    return this.programmes.list(caller, query);
  }

  @Post()
  create(@Who() caller: Caller, @Body() body: NewProgrammeDto): Promise<ReplyOf<'POST /programmes'>> {
    return this.programmes.create(caller, body);
  }

  @Patch(':id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: ProgrammeChangeDto,
  ): Promise<ReplyOf<'PATCH /programmes/:id'>> {
    return this.programmes.change(caller, id, body);
  }
}
