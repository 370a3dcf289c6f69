import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, KnowsCaller, Who } from '../../http/access';
import { ConsentsService } from './consents.service';
import { ErasureService } from './erasure.service';
import { ExportService } from './export.service';
import { FollowsReader } from './follows.reader';
import { ConsentWithdrawalDto, ErasureDto, MessageSettingsChangeDto, NewConsentDto } from './me.dto';
import { MessageSettingsService } from './message-settings.service';

@Controller('me')
export class MeController {
  constructor(
    private readonly data: ExportService,
    private readonly erasure: ErasureService,
    private readonly following: FollowsReader,
    private readonly consents: ConsentsService,
    private readonly messages: MessageSettingsService,
  ) {}

  @Get('export')
  export(@Who() caller: Caller): Promise<ReplyOf<'GET /me/export'>> {
    return this.data.of(caller);
  }

  @Get('erasure')
  preview(@Who() caller: Caller): Promise<ReplyOf<'GET /me/erasure'>> {
    return this.erasure.preview(caller);
  }

  /** Accounts of staff are their unit's. */
  @Delete()
  @KnowsCaller()
  erase(@Who() caller: Caller, @Body() body: ErasureDto): Promise<ReplyOf<'DELETE /me'>> {
    return this.erasure.erase(caller, body);
  }

  @Get('follows')
  follows(@Who() caller: Caller): Promise<ReplyOf<'GET /me/follows'>> {
    return this.following.of(caller.id);
  }

  @Get('consents')
  async agreed(@Who() caller: Caller): Promise<ReplyOf<'GET /me/consents'>> {
    return { items: await this.consents.list(caller.id) };
  }

  @Post('consents')
  @HttpCode(200)
  agree(@Who() caller: Caller, @Body() body: NewConsentDto): Promise<ReplyOf<'POST /me/consents'>> {
    return this.consents.agree(caller, body);
  }

  @Post('consents/withdraw')
  @HttpCode(200)
  async withdraw(
    @Who() caller: Caller,
    @Body() body: ConsentWithdrawalDto,
  ): Promise<ReplyOf<'POST /me/consents/withdraw'>> {
    return { items: await this.consents.withdraw(caller, body.kind) };
  }

  @Get('settings')
  settings(@Who() caller: Caller): Promise<ReplyOf<'GET /me/settings'>> {
    return this.messages.of(caller.id);
  }

  @Patch('settings')
  change(@Who() caller: Caller, @Body() body: MessageSettingsChangeDto): Promise<ReplyOf<'PATCH /me/settings'>> {
    return this.messages.change(caller, body);
  }
}
