import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { NewDoorInviteDto } from './check-in.dto';
import { DoorStaffService } from './door-staff.service';

@Controller('check-in')
export class DoorStaffController {
  constructor(private readonly staff: DoorStaffService) {}

  @Get('sessions/:id/staff')
  list(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /check-in/sessions/:id/staff'>> {
    return this.staff.list(caller, id);
  }

  @Post('sessions/:id/staff/:account/revoke')
  @HttpCode(200)
  revoke(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('account', IdPipe) account: string,
  ): Promise<ReplyOf<'POST /check-in/sessions/:id/staff/:account/revoke'>> {
    return this.staff.revoke(caller, id, account);
  }

  @Post('invites')
  invite(@Who() caller: Caller, @Body() body: NewDoorInviteDto): Promise<ReplyOf<'POST /check-in/invites'>> {
    return this.staff.invite(caller, body);
  }

  @Post('invites/:id/revoke')
  @HttpCode(200)
  endInvite(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /check-in/invites/:id/revoke'>> {
    return this.staff.endInvite(caller, id);
  }
}
