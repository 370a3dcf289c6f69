import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { ClaimsService } from './claims.service';
import { ClaimDto } from './registrations.dto';

@Controller('registrations')
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Post('claim')
  @HttpCode(200)
  claim(@Who() caller: Caller, @Body() body: ClaimDto): Promise<ReplyOf<'POST /registrations/claim'>> {
    return this.claims.claim(caller, body);
  }
}
