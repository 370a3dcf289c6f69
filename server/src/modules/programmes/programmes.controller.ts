import { Body, Controller, Get, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access, type Caller, DESK, Who } from '../../http/access';
import { NewProgrammeDto } from './programmes.dto';
import { ProgrammesService } from './programmes.service';

@Controller('programmes')
@Access(...DESK)
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /programmes'>> {
    return this.programmes.list(caller);
  }

  @Post()
  create(@Who() caller: Caller, @Body() body: NewProgrammeDto): Promise<ReplyOf<'POST /programmes'>> {
    return this.programmes.create(caller, body);
  }
}
