import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { NewVenueDto, VenueQueryDto } from './venues.dto';
import { VenuesService } from './venues.service';

@Controller('venues')
export class VenuesController {
  constructor(private readonly venues: VenuesService) {}

  @Get()
  list(@Who() caller: Caller, @Query() query: VenueQueryDto): Promise<ReplyOf<'GET /venues'>> {
    return this.venues.list(caller, query);
  }

  @Post()
  create(@Who() caller: Caller, @Body() body: NewVenueDto): Promise<ReplyOf<'POST /venues'>> {
    return this.venues.create(caller, body);
  }
}
