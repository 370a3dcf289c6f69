import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { ProfileChangeDto } from './accounts.dto';
import { AccountsService } from './accounts.service';

@Controller('me')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  me(@Who() caller: Caller): Promise<ReplyOf<'GET /me'>> {
    return this.accounts.me(caller);
  }

  @Patch()
  change(@Who() caller: Caller, @Body() body: ProfileChangeDto): Promise<ReplyOf<'PATCH /me'>> {
    return this.accounts.change(caller, body);
  }
}
