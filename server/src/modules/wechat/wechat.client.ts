import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { MOST_SCENE } from '@openday/shared/scenes';
import { Config } from '../../config';
import { AppError } from '../../http/app-error';
import { fitted } from './template-fields.rules';
import { type Delivery, deliveryOf, WechatError } from './wechat-error.rules';
import { WechatHttpClient } from './wechat-http.client';
import { WechatTokenService } from './wechat-token.service';

/** WeChat says "later" (-1): tried once more after this, and then given up. */
const LATER_MS = 300;
/** Of a mini code: sharp on a printed poster. */
const CODE_PX = 640;
/** Characters of a text it judges at once. */
export const MOST_CHECKED = 2500;

export interface SubscribedMessage {
  openid: string;
  templateId: string;
  /** Of the mini program, with its query: `pages/event/index?id=…`. */
  page?: string;
  /** Texts by the template's field names (`thing1`, `time2`): cut here to what WeChat takes. */
  fields: Record<string, string>;
}

/** Where in the product a text stands, in WeChat's numbers. */
export type CheckedPlace = 'profile' | 'comment' | 'forum' | 'social';
const PLACES: Record<CheckedPlace, number> = { profile: 1, comment: 2, forum: 3, social: 4 };

/** WeChat's server API, as far as we use it. Every call throws WechatError, and WECHAT_OFF where nothing is set up. */
@Injectable()
export class WechatClient {
  constructor(
    private readonly config: Config,
    private readonly http: WechatHttpClient,
    private readonly tokens: WechatTokenService,
  ) {}

  /** Whether a mini program is set up at all. */
  get on(): boolean {
    return this.config.wechat !== null;
  }

  /** Who signs in with this code of `wx.login`, which is good once. The session key is dropped: nothing of ours needs it. */
  async openidOf(code: string): Promise<string> {
    const { appId: appid, secret } = this.config.wechat ?? { appId: '', secret: '' };
    const query = { appid, secret, js_code: code, grant_type: 'authorization_code' };
    const { openid } = await again(() => this.http.json<{ openid?: string }>('/sns/jscode2session', { query }));
    if (!openid) throw new WechatError(null, 'no openid');
    return openid;
  }

  /** The mainland number behind the code of the phone button, good once within five minutes. Throws PHONE_ABROAD. */
  async phoneOf(code: string): Promise<string> {
    type Answer = { phone_info?: { purePhoneNumber?: string; countryCode?: string } };
    const { phone_info: phone } = await again(() => this.posted<Answer>('/wxa/business/getuserphonenumber', { code }));
    if (!phone?.purePhoneNumber) throw new WechatError(null, 'no phone number');
    if (phone.countryCode !== '86') throw new AppError('PHONE_ABROAD');
    return phone.purePhoneNumber;
  }

  /** Sends one subscription message, once: nothing is retried here, and nothing thrown but WECHAT_OFF. */
  async send({ openid, templateId, page, fields }: SubscribedMessage): Promise<Delivery> {
    const data = Object.fromEntries(
      Object.entries(fields).map(([field, text]) => [field, { value: fitted(field, text) }]),
    );
    const body = { touser: openid, template_id: templateId, ...(page && { page }), lang: 'zh_CN', data };
    try {
      await this.posted('/cgi-bin/message/subscribe/send', body);
      return 'sent';
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      return deliveryOf(error);
    }
  }

  /** The mini code that opens `page` with this scene, as a JPEG or PNG. Throws SCENE_TOO_LONG before anything is sent. */
  async miniCode(scene: string, page: string): Promise<Buffer> {
    if ([...scene].length > MOST_SCENE) throw new AppError('SCENE_TOO_LONG');
    const body = { scene, page, check_path: false, env_version: this.config.wechat?.version, width: CODE_PX };
    const bytes = await again(() =>
      this.tokens.with((access_token) => this.http.bytes('/wxa/getwxacodeunlimit', { query: { access_token }, body })),
    );
    if (!isPicture(bytes)) throw new WechatError(null, 'no picture');
    return bytes;
  }

  /**
   * What WeChat makes of a text. `openid` is who wrote it, and has to have used the mini program within two hours:
   * otherwise (61010), as whenever no answer comes, it throws.
   */
  async check(text: string, openid: string, place: CheckedPlace): Promise<'pass' | 'review' | 'risky'> {
    const body = { content: [...text].slice(0, MOST_CHECKED).join(''), version: 2, scene: PLACES[place], openid };
    type Answer = { result?: { suggest?: 'pass' | 'review' | 'risky' } };
    const { result } = await again(() => this.posted<Answer>('/wxa/msg_sec_check', body));
    if (!result?.suggest) throw new WechatError(null, 'no verdict');
    return result.suggest;
  }

  private posted<T extends object>(path: string, body: object): Promise<T> {
    return this.tokens.with((access_token) => this.http.json<T>(path, { query: { access_token }, body }));
  }
}

/** Once more where WeChat itself asks for it; after a time-out never, since a code may have been used. */
async function again<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof WechatError) || error.errcode !== -1) throw error;
    await setTimeout(LATER_MS);
    return call();
  }
}

const isPicture = (bytes: Buffer): boolean => ['ffd8ff', '89504e'].includes(bytes.subarray(0, 3).toString('hex'));
