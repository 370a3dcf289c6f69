import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access } from '../../http/access';
import { DemoSignInDto, PasswordSignInDto, RefreshDto } from './auth.dto';
import { AuthService } from './auth.service';
import { DemoSignInService } from './demo-sign-in.service';

@Controller('auth')
@Access('public')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly demo: DemoSignInService,
  ) {}

  @Post('demo')
  @HttpCode(200)
  demoSignIn(@Body() body: DemoSignInDto): Promise<ReplyOf<'POST /auth/demo'>> {
    return this.demo.signIn(body);
  }

  @Post('password')
  @HttpCode(200)
  password(@Body() body: PasswordSignInDto): Promise<ReplyOf<'POST /auth/password'>> {
    return this.auth.byPassword(body);
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
