import type {
  Message,
  MessageChannels,
  MessageCredit,
  NewMessageCredits,
  PhoneCall,
  PhoneCallQuery,
  PhoneCallTick,
  ReadMessages,
  WorkWechat,
} from './messages';
import type { WechatCode } from './sign-in';
import type { Page } from './wire';

/** The routes of messages, part of the contract. */
export interface MessageRoutes {
  /** 消息, newest first */
  'GET /me/messages': { query: { cursor?: string; limit?: number }; reply: Page<Message> };
  /** 几条没看 */
  'GET /me/messages/unread': { reply: { count: number } };
  /** 看到这一条为止 */
  'POST /me/messages/read': { body: ReadMessages; reply: { count: number } };
  /** 能发什么 */
  'GET /message-channels': { reply: MessageChannels };
  /** 还能发几条微信消息 */
  'GET /me/message-credits': { reply: { items: MessageCredit[] } };
  /** 允许再发一条微信消息 */
  'POST /me/message-credits': { body: NewMessageCredits; reply: { items: MessageCredit[] } };
  /** 工作提醒发到哪个微信 */
  'GET /me/work-wechat': { reply: WorkWechat };
  /** 工作提醒发到这个微信 (in place of another; nobody signs in by it) */
  'POST /me/work-wechat': { body: WechatCode; reply: WorkWechat };
  /** 工作提醒不发微信了 */
  'DELETE /me/work-wechat': { reply: WorkWechat };
  /** 电话名单, soonest session first */
  'GET /desk/calls': { query: PhoneCallQuery; reply: Page<PhoneCall> };
  /** 打过了，或者还没打 */
  'POST /registrations/:id/rung': { body: PhoneCallTick; reply: PhoneCall };
}
