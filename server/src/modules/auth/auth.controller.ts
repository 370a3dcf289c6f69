import { Body, Controller, Get, Headers, HttpCode, Ip, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import {
  DoorJoinDto,
  PasswordChangeDto,
  PasswordSignInDto,
  PhoneCodeRequestDto,
  PhoneProofDto,
  RefreshDto,
  TotpProofDto,
  TotpStartDto,
  WechatCodeDto,
} from './auth.dto';
import { AuthService } from './auth.service';
import { PasswordService } from './password.service';
import { PhoneCodeService } from './phone-code.service';
import { ResidentSignInService } from './resident-sign-in.service';

const Agent = () => Headers('user-agent');

@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly residents: ResidentSignInService,
    private readonly codes: PhoneCodeService,
    private readonly passwords: PasswordService,
  ) {}

  @Get('ways')
  ways(): ReplyOf<'GET /auth/ways'> {
    return this.auth.ways();
  }

  @Post('wechat')
  @HttpCode(200)
  wechat(@Body() body: WechatCodeDto, @Agent() agent = ''): Promise<ReplyOf<'POST /auth/wechat'>> {
    return this.residents.byWechat(body, agent);
  }

  @Post('phone')
  @HttpCode(200)
  phone(
    @Body() { phone }: PhoneCodeRequestDto,
    @Ip() address: string,
    @Who() caller: Caller | undefined,
  ): Promise<ReplyOf<'POST /auth/phone'>> {
    return this.codes.send(phone, address, caller?.id ?? null);
  }

  @Post('phone/verify')
  @HttpCode(200)
  verify(@Body() body: PhoneProofDto, @Agent() agent = ''): Promise<ReplyOf<'POST /auth/phone/verify'>> {
    return this.residents.byPhone(body, agent);
  }

  @Post('password')
  @HttpCode(200)
  password(@Body() body: PasswordSignInDto, @Agent() agent = ''): Promise<ReplyOf<'POST /auth/password'>> {
    return this.passwords.signIn(body, agent);
  }

  @Post('password/change')
  @HttpCode(200)
  change(@Body() body: PasswordChangeDto, @Agent() agent = ''): Promise<ReplyOf<'POST /auth/password/change'>> {
    return this.passwords.change(body, agent);
  }

  @Post('totp')
  @HttpCode(200)
  startTotp(@Body() body: TotpStartDto): Promise<ReplyOf<'POST /auth/totp'>> {
    return this.passwords.startTotp(body);
  }

  @Post('totp/confirm')
  @HttpCode(200)
  confirmTotp(@Body() body: TotpProofDto, @Agent() agent = ''): Promise<ReplyOf<'POST /auth/totp/confirm'>> {
    return this.passwords.confirmTotp(body, agent);
  }

  @Post('totp/remove')
  @HttpCode(200)
  removeTotp(@Body() body: TotpProofDto): Promise<ReplyOf<'POST /auth/totp/remove'>> {
    return this.passwords.removeTotp(body);
  }

  @Post('door')
  @HttpCode(200)
  door(@Body() body: DoorJoinDto, @Agent() agent = ''): Promise<ReplyOf<'POST /auth/door'>> {
    return this.auth.byInvite(body, agent);
  }

  @Post('refresh')
  @HttpCode(200)
  refresh(@Body() body: RefreshDto): Promise<ReplyOf<'POST /auth/refresh'>> {
    return this.auth.refresh(body.refreshToken);
  }

  @Post('logout')
  @HttpCode(200)
  logout(@Body() body: RefreshDto): Promise<ReplyOf<'POST /auth/logout'>> {
    return this.auth.logout(body.refreshToken);
  }

  @Post('logout/everywhere')
  @HttpCode(200)
  logoutEverywhere(@Body() body: RefreshDto): Promise<ReplyOf<'POST /auth/logout/everywhere'>> {
    return this.auth.logoutEverywhere(body.refreshToken);
  }
}
