import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { WorkWechatCodeDto } from './messages.dto';
import { WorkWechatService } from './work-wechat.service';

@Controller('me/work-wechat')
export class WorkWechatController {
  constructor(private readonly work: WorkWechatService) {}

  @Get()
  standing(@Who() caller: Caller): Promise<ReplyOf<'GET /me/work-wechat'>> {
    return this.work.standing(caller);
  }

  @Post()
  @HttpCode(200)
  bind(@Who() caller: Caller, @Body() body: WorkWechatCodeDto): Promise<ReplyOf<'POST /me/work-wechat'>> {
    return this.work.bind(caller, body);
  }

  @Delete()
  unbind(@Who() caller: Caller): Promise<ReplyOf<'DELETE /me/work-wechat'>> {
    return this.work.unbind(caller);
  }
}
