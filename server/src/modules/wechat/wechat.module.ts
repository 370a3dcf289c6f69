import { Global, Module } from '@nestjs/common';
import { WechatClient } from './wechat.client';
import { WechatHttpClient } from './wechat-http.client';
import { WechatTokenService } from './wechat-token.service';

/** WeChat's server API. Without `WECHAT_APPID` every call throws WECHAT_OFF. */
@Global()
@Module({ providers: [WechatClient, WechatHttpClient, WechatTokenService], exports: [WechatClient] })
export class WechatModule {}
