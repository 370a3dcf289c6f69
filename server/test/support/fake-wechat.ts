import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type OutsideServer, serveOutside } from './outside-server';

export const WECHAT_ENV = {
  WECHAT_APPID: 'wx00000000000000aa',
  WECHAT_SECRET: 'a-secret-of-thirty-two-letters-01',
};

/** Most characters of a field, as the documents of subscribeMessage.send have it. */
const MOST: Record<string, number> = { thing: 20, phrase: 5, name: 10, character_string: 32 };
/** Tokens forced a day, as the documents of stable_token have it. */
const FORCED_A_DAY = 20;
/** As the documents of getwxacodeunlimit have it. */
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 7), Buffer.from([0xff, 0xd9])]);

type Body = Record<string, unknown>;
type Answer = Body | Buffer;
/** An errcode; a page of HTML; never an answer; a line cut before it was acted on, or after. */
type Failure = number | 'html' | 'silence' | 'cut' | 'taken';

/** One call that came: its path and body. */
interface Call {
  path: string;
  body: Body;
}

/**
 * WeChat's server API as its documents say: codes good once, tokens that end, a credit a message, errors as
 * `errcode` under HTTP 200. `fail` makes the next calls of a path misbehave.
 */
export class FakeWechat {
  readonly calls: Call[] = [];
  readonly sent: { openid: string; template: string; data: Record<string, { value: string }> }[] = [];
  /** What msg_sec_check says; 61010 where somebody was not there within two hours. */
  verdict: 'pass' | 'review' | 'risky' | 61010 = 'pass';
  private token = '';
  private forced = 0;
  private readonly people = new Set<string>();
  private readonly loginCodes = new Map<string, string | null>();
  private readonly phoneCodes = new Map<string, { phone: string; country: string } | null>();
  /** By openid and template. */
  private readonly credits = new Map<string, number>();
  private readonly failures = new Map<string, Failure[]>();
  private constructor(private server: OutsideServer) {}

  static async start(): Promise<FakeWechat> {
    const fake = new FakeWechat({ url: '', close: () => Promise.resolve() });
    fake.server = await serveOutside(({ url = '', method }, text, response) => {
      const { pathname, searchParams } = new URL(url, 'http://fake');
      const body = { ...Object.fromEntries(searchParams), ...(method === 'POST' ? (JSON.parse(text) as Body) : {}) };
      fake.calls.push({ path: pathname, body });
      fake.answer(pathname, body, response);
    });
    return fake;
  }

  get env(): Record<string, string> {
    return { ...WECHAT_ENV, WECHAT_API: this.server.url };
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** A code of `wx.login` by this person. */
  login(openid: string): string {
    const code = randomUUID();
    this.loginCodes.set(code, openid);
    this.people.add(openid);
    return code;
  }

  /** A code of the phone button. */
  phone(phone: string, country = '86'): string {
    const code = randomUUID();
    this.phoneCodes.set(code, { phone, country });
    return code;
  }

  /** Somebody took up this template `n` times. */
  accept(openid: string, template: string, n = 1): void {
    this.credits.set(`${openid} ${template}`, n);
    this.people.add(openid);
  }

  /** The next calls of this path answer so, one each. */
  fail(path: string, ...how: Failure[]): void {
    this.failures.set(path, how);
  }

  /** The token that is out is good for nothing from now on. */
  endToken(): void {
    this.token = 'ended';
  }

  count(path: string): number {
    return this.calls.filter((call) => call.path === path).length;
  }

  private answer(path: string, body: Body, response: ServerResponse): void {
    const failure = this.failures.get(path)?.shift();
    // Never answered: whoever asked has to give up.
    if (failure === 'silence') return;
    if (failure === 'cut') return void response.destroy();
    if (failure === 'html') {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>502 Bad Gateway</body></html>');
      return;
    }
    const answer = typeof failure === 'number' ? refuse(failure, 'made to fail') : this.rules(path, body);
    if (failure === 'taken') return void response.destroy();
    if (answer instanceof Buffer) response.writeHead(200, { 'content-type': 'image/jpeg' }).end(answer);
    // As the real one: JSON, and called text.
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(answer));
  }

  private rules(path: string, body: Body): Answer {
    if (path === '/sns/jscode2session') return this.session(body);
    if (path === '/cgi-bin/stable_token') return this.stableToken(body);
    if (body.access_token !== this.token) return refuse(40001, 'invalid credential, access_token is invalid');
    if (path === '/wxa/business/getuserphonenumber') return this.phoneNumber(body);
    if (path === '/cgi-bin/message/subscribe/send') return this.send(body);
    if (path === '/wxa/getwxacodeunlimit')
      return SCENE.test(String(body.scene)) ? JPEG : refuse(40129, 'invalid scene');
    if (path === '/wxa/msg_sec_check') return this.check(body);
    return refuse(40066, 'invalid url');
  }

  private session({ appid, secret, js_code, grant_type }: Body): Answer {
    if (grant_type !== 'authorization_code') return refuse(40002, 'invalid grant_type');
    if (!js_code) return refuse(41008, 'missing code');
    if (appid !== WECHAT_ENV.WECHAT_APPID) return refuse(40013, 'invalid appid');
    if (secret !== WECHAT_ENV.WECHAT_SECRET) return refuse(40125, 'invalid appsecret');
    const openid = take(this.loginCodes, js_code);
    if (typeof openid === 'number') return refuse(openid === 1 ? 40163 : 40029, 'code');
    return { openid, session_key: 'c2Vzc2lvbiBrZXk=' };
  }

  private stableToken({ grant_type, appid, secret, force_refresh }: Body): Answer {
    if (grant_type !== 'client_credential') return refuse(40002, 'invalid grant_type');
    if (appid !== WECHAT_ENV.WECHAT_APPID) return refuse(40013, 'invalid appid');
    if (secret !== WECHAT_ENV.WECHAT_SECRET) return refuse(40125, 'invalid appsecret');
    if (force_refresh && ++this.forced > FORCED_A_DAY) return refuse(45009, 'reach max api daily quota limit');
    if (force_refresh || !this.token || this.token === 'ended') this.token = randomUUID();
    return { access_token: this.token, expires_in: 7200 };
  }

  private phoneNumber({ code }: Body): Answer {
    const known = take(this.phoneCodes, code);
    if (typeof known === 'number') return refuse(40029, 'invalid code');
    return { errcode: 0, errmsg: 'ok', phone_info: { purePhoneNumber: known.phone, countryCode: known.country } };
  }

  private send({ touser, template_id, data, page }: Body): Answer {
    if (!this.people.has(String(touser))) return refuse(40003, 'invalid openid');
    const offered = [...this.credits.keys()].some((key) => key.endsWith(` ${template_id}`));
    if (!offered) return refuse(40037, 'invalid template_id');
    if (page !== undefined && !/^[^/].*\/index(\?|$)/.test(String(page))) return refuse(41030, 'invalid page');
    const fields = data as Record<string, { value: string }>;
    const misfit = Object.entries(fields).find(([name, { value }]) => {
      const most = MOST[name.replace(/\d+$/, '')] ?? 100;
      return !value || [...value].length > most || (name.startsWith('thing') && /[\r\n]/.test(value));
    });
    if (misfit) return refuse(47003, `argument invalid! data.${misfit[0]}.value is invalid`);
    const key = `${touser} ${template_id}`;
    const left = this.credits.get(key) ?? 0;
    if (!left) return refuse(43101, 'user refuse to accept the msg');
    this.credits.set(key, left - 1);
    this.sent.push({ openid: String(touser), template: String(template_id), data: fields });
    return { errcode: 0, errmsg: 'ok' };
  }

  private check({ content, version, scene, openid }: Body): Answer {
    if (![1, 2, 3, 4].includes(Number(scene))) return refuse(40129, 'invalid scene');
    if (version !== 2 || !openid || [...String(content)].length > 2500) return refuse(47001, 'data format error');
    if (this.verdict === 61010) return refuse(61010, 'code is expired');
    const label = { pass: 100, review: 21000, risky: 20001 }[this.verdict];
    return { errcode: 0, errmsg: 'ok', result: { suggest: this.verdict, label } };
  }
}

const refuse = (errcode: number, errmsg: string): Body => ({ errcode, errmsg });

/** What the code stands for, once; 1 = used before, 2 = never given out. */
function take<T>(codes: Map<string, T | null>, code: unknown): T | 1 | 2 {
  const known = codes.get(String(code));
  if (known === undefined) return 2;
  codes.set(String(code), null);
  return known === null ? 1 : known;
}
