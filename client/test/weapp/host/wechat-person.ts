import type { FakeWechat } from '../../../../server/test/support/fake-wechat';
import { type Callbacks, type Reply, settle, WxFailure } from './callbacks';

/** Who holds the phone, as WeChat's server knows them. */
export interface Person {
  wechat: FakeWechat;
  openid: string;
  /** The number of their WeChat. */
  phone: string;
}

interface Ask extends Callbacks {
  tmplIds: string[];
}

/** What WeChat says and asks of its person on this phone. */
export class WechatPerson {
  /** Templates asked for at once, each time. */
  readonly asked: string[][] = [];
  allowsMessages = true;
  /** Messages may be asked for by a tap alone. */
  private tapping = false;

  constructor(private readonly person: Person | undefined) {}

  /** The functions of `wx`. */
  api() {
    return {
      login: (options: Callbacks = {}) =>
        settle('login', options, () => {
          const { wechat, openid } = this.known();
          return { code: wechat.login(openid) };
        }),
      requestSubscribeMessage: (options: Ask) =>
        settle('requestSubscribeMessage', options, () => {
          if (!this.tapping) throw new WxFailure('can only be invoked by user TAP gesture.');
          if (options.tmplIds.length > 3) throw new WxFailure('Templates count out of max bound');
          this.asked.push(options.tmplIds);
          return Object.fromEntries(options.tmplIds.map((id) => [id, this.answers(id)]));
        }),
    };
  }

  /** What the phone button tells the page: a code, good once, where it may have the number. */
  phoneNumber(gives: boolean): Reply {
    if (!gives) return { errMsg: 'getPhoneNumber:fail user deny' };
    const { wechat, phone } = this.known();
    return { errMsg: 'getPhoneNumber:ok', code: wechat.phone(phone) };
  }

  /** A finger is on the screen while this runs. */
  taps<T>(act: () => T): T {
    this.tapping = true;
    try {
      return act();
    } finally {
      this.tapping = false;
    }
  }

  private answers(template: string): 'accept' | 'reject' {
    if (!this.allowsMessages) return 'reject';
    const { wechat, openid } = this.known();
    wechat.accept(openid, template);
    return 'accept';
  }

  private known(): Person {
    if (!this.person) throw new WxFailure('nobody is signed in to WeChat');
    return this.person;
  }
}
