import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { InvitationsService } from './invitations.service';
import { NewInvitationsDto } from './registrations.dto';

@Controller('quotas')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Post(':id/invitations')
  create(
    @Who() caller: Caller,
    @Param('id', IdPipe) quotaId: string,
    @Body() body: NewInvitationsDto,
  ): Promise<ReplyOf<'POST /quotas/:id/invitations'>> {
    return this.invitations.create(caller, quotaId, body.count);
  }

  @Get(':id/invitations')
  list(@Who() caller: Caller, @Param('id', IdPipe) quotaId: string): Promise<ReplyOf<'GET /quotas/:id/invitations'>> {
    return this.invitations.list(caller, quotaId);
  }
}
