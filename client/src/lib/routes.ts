import type { SuggestionKind } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';

/** Where pages are, and what they are told. */
export const routes = {
  discover: '/pages/discover/index',
  calendar: '/pages/calendar/index',
  mine: '/pages/mine/index',
  me: '/pages/me/index',
  event: (id: Id, session?: Id) => `/pages/event/index?id=${id}${session ? `&session=${session}` : ''}`,
  /** 改人数, over the page of its activity. */
  party: (id: Id, session: Id) => `/pages/event/index?id=${id}&session=${session}&party=1`,
  ticket: (registration: Id, fresh = false) => `/more/ticket/index?id=${registration}${fresh ? '&fresh=1' : ''}`,
  slip: (registration: Id) => `/more/slip/index?id=${registration}`,
  draw: (session: Id) => `/more/draw/index?id=${session}`,
  poster: (event: Id, session?: Id) => `/more/poster/index?id=${event}${session ? `&session=${session}` : ''}`,
  claim: '/more/claim/index',
  past: '/more/past/index',
  restrictions: '/more/restrictions/index',
  /** 评一评, about a session that is over. */
  rate: (session: Id) => `/voice/rate/index?session=${session}`,
  /** 提意见, 问一问, 报告问题, 投诉; without an event about the open days as such. */
  suggest: (kind: SuggestionKind, event?: Id) => `/voice/suggest/index?kind=${kind}${event ? `&event=${event}` : ''}`,
  suggestion: (suggestion: Id) => `/voice/suggestion/index?id=${suggestion}`,
  /** 我的意见 */
  suggestions: '/voice/mine/index',
  myData: '/more/my-data/index',
  erase: '/more/erase/index',
  follows: '/more/follows/index',
  family: '/more/family/index',
  messages: '/more/messages/index',
  /** 消息 */
  inbox: '/more/inbox/index',
  signIn: '/more/sign-in/index',
  /** 登录和设备 */
  signIns: '/more/sign-ins/index',
  /** 动态口令 */
  totp: '/more/totp/index',
  about: '/more/about/index',
  privacy: '/more/privacy/index',
  door: '/staff/today/index',
  join: (token: string, sessions: Id[]) => `/staff/join/index?token=${token}&s=${sessions.join('-')}`,
  scan: (session: Id) => `/staff/scan/index?id=${session}`,
  roster: (session: Id) => `/staff/roster/index?id=${session}`,
  counter: (session: Id) => `/staff/counter/index?id=${session}`,
  closing: (session: Id) => `/staff/closing/index?id=${session}`,
  paper: (session: Id) => `/staff/paper/index?id=${session}`,
  entry: (session: Id) => `/staff/entry/index?id=${session}`,
  desk: '/organizer/home/index',
};

/** Opens a page over this one. */
export function open(url: string): void {
  void Taro.navigateTo({ url });
}

/** Goes to one of the tabs. */
export function openTab(url: string): void {
  void Taro.switchTab({ url });
}
