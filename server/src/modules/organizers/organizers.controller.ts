import { Body, Controller, Get, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access, type Caller, DESK, Who } from '../../http/access';
import { NewOrganizerDto } from './organizers.dto';
import { OrganizersService } from './organizers.service';

@Controller()
export class OrganizersController {
  constructor(private readonly organizers: OrganizersService) {}

  @Get('organizers')
  @Access('public')
  list(): Promise<ReplyOf<'GET /organizers'>> {
    return this.organizers.list();
  }

  @Post('organizers')
  @Access(...DESK)
  create(@Who() caller: Caller, @Body() body: NewOrganizerDto): Promise<ReplyOf<'POST /organizers'>> {
    return this.organizers.create(caller, body);
  }

  @Get('places')
  @Access('public')
  places(): Promise<ReplyOf<'GET /places'>> {
    return this.organizers.places();
  }
}
