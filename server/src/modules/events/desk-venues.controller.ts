import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { VenueQueryDto } from '../venues/venues.dto';
import { DeskVenuesService } from './desk-venues.service';

@Controller()
export class DeskVenuesController {
  constructor(private readonly venues: DeskVenuesService) {}

  @Get('desk/venues')
  list(@Who() caller: Caller, @Query() query: VenueQueryDto): Promise<ReplyOf<'GET /desk/venues'>> {
    return this.venues.list(caller, query);
  }

  @Get('desk/venues/:id')
  detail(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /desk/venues/:id'>> {
    return this.venues.detail(caller, id);
  }
}
