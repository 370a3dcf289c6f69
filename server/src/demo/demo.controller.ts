import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { DemoSignInDto } from './demo.dto';
import { DemoSignInService } from './demo-sign-in.service';

@Controller('auth/demo')
export class DemoController {
  constructor(private readonly demo: DemoSignInService) {}

  @Post()
  @HttpCode(200)
  signIn(@Body() body: DemoSignInDto, @Headers('user-agent') agent = ''): Promise<ReplyOf<'POST /auth/demo'>> {
    return this.demo.signIn(body, agent);
  }
}
