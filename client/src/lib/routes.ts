import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';

/** Where pages are, and what they are told. */
export const routes = {
  discover: '/pages/discover/index',
  mine: '/pages/mine/index',
  me: '/pages/me/index',
  event: (id: Id, session?: Id) => `/pages/event/index?id=${id}${session ? `&session=${session}` : ''}`,
  ticket: (registration: Id, fresh = false) => `/more/ticket/index?id=${registration}${fresh ? '&fresh=1' : ''}`,
  slip: (registration: Id) => `/more/slip/index?id=${registration}`,
  draw: (session: Id) => `/more/draw/index?id=${session}`,
  claim: '/more/claim/index',
  restrictions: '/more/restrictions/index',
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
