import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { MemberChangeDto, MemberQueryDto, NewMemberDto } from './members.dto';
import { MembersService } from './members.service';

@Controller('desk/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  list(@Who() caller: Caller, @Query() query: MemberQueryDto): Promise<ReplyOf<'GET /desk/members'>> {
    return this.members.list(caller, query);
  }

  @Post()
  create(@Who() caller: Caller, @Body() body: NewMemberDto): Promise<ReplyOf<'POST /desk/members'>> {
    return this.members.create(caller, body);
  }

  @Patch(':id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: MemberChangeDto,
  ): Promise<ReplyOf<'PATCH /desk/members/:id'>> {
    return this.members.change(caller, id, body);
  }

  @Post(':id/password')
  @HttpCode(200)
  password(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /desk/members/:id/password'>> {
    return this.members.newPassword(caller, id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  disable(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /desk/members/:id/disable'>> {
    return this.members.disable(caller, id, true);
  }

  @Post(':id/enable')
  @HttpCode(200)
  enable(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /desk/members/:id/enable'>> {
    return this.members.disable(caller, id, false);
  }
}
