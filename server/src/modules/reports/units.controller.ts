import { Controller, Get } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { UnitsService } from './units.service';

@Controller('desk/units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /desk/units'>> {
    return this.units.list(caller);
  }
}
