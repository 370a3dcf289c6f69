import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { DoorJoinDto, PasswordChangeDto, PasswordSignInDto, RefreshDto } from './auth.dto';
import { AuthService } from './auth.service';

@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('password')
  @HttpCode(200)
  password(@Body() body: PasswordSignInDto): Promise<ReplyOf<'POST /auth/password'>> {
    return this.auth.byPassword(body);
  }

  @Post('password/change')
  @HttpCode(200)
  change(@Body() body: PasswordChangeDto): Promise<ReplyOf<'POST /auth/password/change'>> {
    return this.auth.changePassword(body);
  }

  @Post('door')
  @HttpCode(200)
  door(@Body() body: DoorJoinDto): Promise<ReplyOf<'POST /auth/door'>> {
    return this.auth.byInvite(body);
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
}
