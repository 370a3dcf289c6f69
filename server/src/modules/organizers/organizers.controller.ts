import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { OrganizerFollowsService } from './organizer-follows.service';
import { NewOrganizerDto, UnitChangeDto } from './organizers.dto';
import { OrganizersService } from './organizers.service';

@Controller()
export class OrganizersController {
  constructor(
    private readonly organizers: OrganizersService,
    private readonly follows: OrganizerFollowsService,
  ) {}

  @Get('organizers')
  list(): Promise<ReplyOf<'GET /organizers'>> {
    return this.organizers.list();
  }

  @Post('organizers')
  create(@Who() caller: Caller, @Body() body: NewOrganizerDto): Promise<ReplyOf<'POST /organizers'>> {
    return this.organizers.create(caller, body);
  }

  @Patch('organizers/:id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: UnitChangeDto,
  ): Promise<ReplyOf<'PATCH /organizers/:id'>> {
    return this.organizers.change(caller, id, body);
  }

  @Get('organizers/:id/follow')
  following(@Param('id', IdPipe) id: string, @Who() caller?: Caller): Promise<ReplyOf<'GET /organizers/:id/follow'>> {
    return this.follows.state(id, caller);
  }

  @Post('organizers/:id/follow')
  @HttpCode(200)
  follow(@Param('id', IdPipe) id: string, @Who() caller: Caller): Promise<ReplyOf<'POST /organizers/:id/follow'>> {
    return this.follows.follow(id, caller, true);
  }

  @Delete('organizers/:id/follow')
  unfollow(@Param('id', IdPipe) id: string, @Who() caller: Caller): Promise<ReplyOf<'DELETE /organizers/:id/follow'>> {
    return this.follows.follow(id, caller, false);
  }

  @Get('places')
  places(): Promise<ReplyOf<'GET /places'>> {
    return this.organizers.places();
  }
}
