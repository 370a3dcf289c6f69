import { Controller, Get, Param } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { ArrivalsService } from './arrivals.service';

@Controller('registrations')
export class ArrivalsController {
  constructor(private readonly arrivals: ArrivalsService) {}

  @Get(':id/arrival')
  arrival(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /registrations/:id/arrival'>> {
    return this.arrivals.of(caller, id);
  }
}
