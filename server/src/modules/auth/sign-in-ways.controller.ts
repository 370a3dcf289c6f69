import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { PhoneProofDto, WechatCodeDto } from './auth.dto';
import { BindingService } from './binding.service';
import { DevicesService } from './devices.service';

const Agent = () => Headers('user-agent');

/** WeChat and a phone are residents' ways in: who acts for a unit signs in with a password. */
@Controller('me')
export class SignInWaysController {
  constructor(
    private readonly binding: BindingService,
    private readonly devices: DevicesService,
  ) {}

  @Get('sign-in')
  ways(@Who() caller: Caller): Promise<ReplyOf<'GET /me/sign-in'>> {
    return this.binding.ways(caller);
  }

  @Post('phone')
  @HttpCode(200)
  phone(@Who() caller: Caller, @Body() body: PhoneProofDto, @Agent() agent = ''): Promise<ReplyOf<'POST /me/phone'>> {
    return this.binding.phoneByCode(caller, body, agent);
  }

  @Post('phone/wechat')
  @HttpCode(200)
  phoneByWechat(
    @Who() caller: Caller,
    @Body() body: WechatCodeDto,
    @Agent() agent = '',
  ): Promise<ReplyOf<'POST /me/phone/wechat'>> {
    return this.binding.phoneByWechat(caller, body, agent);
  }

  @Delete('phone')
  unbindPhone(@Who() caller: Caller): Promise<ReplyOf<'DELETE /me/phone'>> {
    return this.binding.unbind(caller, 'phone');
  }

  @Post('wechat')
  @HttpCode(200)
  wechat(@Who() caller: Caller, @Body() body: WechatCodeDto): Promise<ReplyOf<'POST /me/wechat'>> {
    return this.binding.bindWechat(caller, body);
  }

  @Delete('wechat')
  unbindWechat(@Who() caller: Caller): Promise<ReplyOf<'DELETE /me/wechat'>> {
    return this.binding.unbind(caller, 'wechat');
  }

  @Get('devices')
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /me/devices'>> {
    return this.devices.list(caller);
  }

  @Delete('devices/:id')
  end(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'DELETE /me/devices/:id'>> {
    return this.devices.end(caller, id);
  }
}
