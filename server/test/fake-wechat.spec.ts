import { FakeWechat, WECHAT_ENV } from './support/fake-wechat';

/**
 * What WeChat's documents say of each call, asked of the one that stands in for WeChat: the others' tests are worth what
 * this is. No server of ours takes part.
 */

type Body = Record<string, unknown>;
const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = WECHAT_ENV;
const TEMPLATE = 'registered';

let fake: FakeWechat;
let token: string;

beforeAll(async () => {
  fake = await FakeWechat.start();
});
afterAll(() => fake.close());
beforeEach(async () => {
  token = String((await stable()).access_token);
  fake.accept('oAnna', TEMPLATE, 9);
});

async function asked(path: string, query: Record<string, string>, body?: object): Promise<Body> {
  const url = `${fake.env.WECHAT_API}${path}?${new URLSearchParams(query)}`;
  const answer = await fetch(url, body && { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return bytes[0] === 0x7b ? (JSON.parse(bytes.toString()) as Body) : { picture: bytes.subarray(0, 2).toString('hex') };
}
const stable = (more: object = {}) =>
  asked('/cgi-bin/stable_token', {}, { grant_type: 'client_credential', appid, secret, ...more });
const session = (js_code: string, more: Record<string, string> = {}) =>
  asked('/sns/jscode2session', { appid, secret, js_code, grant_type: 'authorization_code', ...more });
const posted = (path: string, body: object, access_token = token) => asked(path, { access_token }, body);
const sent = (more: object = {}) =>
  posted('/cgi-bin/message/subscribe/send', {
    ...{ touser: 'oAnna', template_id: TEMPLATE, page: 'pages/event/index?id=1' },
    ...{ data: { thing1: { value: '居民议事日' } }, ...more },
  });
const thing = (value: string) => ({ data: { thing1: { value } } });
const checked = (more: object = {}) =>
  posted('/wxa/msg_sec_check', { content: '说一句话', version: 2, scene: 2, openid: 'oAnna', ...more });
const phone = (given: string) => posted('/wxa/business/getuserphonenumber', { code: given });
const code = (scene: string) => posted('/wxa/getwxacodeunlimit', { scene, page: 'pages/event/index' });

const cases: [document: string, ask: () => Promise<Body>, answer: object][] = [
  ['jscode2session: a code says who it is', () => session(fake.login('oAnna')), { openid: 'oAnna' }],
  ['… 40029, a code that is none', () => session('invented'), { errcode: 40029 }],
  ['… 41008, no code', () => session(''), { errcode: 41008 }],
  ['… 40013, another app', () => session(fake.login('oAnna'), { appid: 'wx1' }), { errcode: 40013 }],
  ['… 40125, a wrong secret', () => session(fake.login('oAnna'), { secret: 'x' }), { errcode: 40125 }],
  ['… 40002, a wrong grant_type', () => session(fake.login('oAnna'), { grant_type: 'x' }), { errcode: 40002 }],
  ['stable_token: good for 7200 s at most', () => stable(), { expires_in: 7200 }],
  ['… 40002, a wrong grant_type', () => stable({ grant_type: 'x' }), { errcode: 40002 }],
  ['… 40013, another app', () => stable({ appid: 'wx1' }), { errcode: 40013 }],
  ['… 40125, a wrong secret', () => stable({ secret: 'x' }), { errcode: 40125 }],
  ['every call: 40001, a token that is none', () => posted('/wxa/msg_sec_check', {}, 'x'), { errcode: 40001 }],
  ['getuserphonenumber: 40029, a code that is none', () => phone('invented'), { errcode: 40029 }],
  ['subscribeMessage.send', () => sent(), { errcode: 0 }],
  ['… 40003, nobody', () => sent({ touser: 'oNobody' }), { errcode: 40003 }],
  ['… 40037, no template', () => sent({ template_id: 'invented' }), { errcode: 40037 }],
  ['… 41030, no page: it begins without a stroke', () => sent({ page: '/pages/event/index' }), { errcode: 41030 }],
  ['… 47003, a thing of 21 characters', () => sent(thing('开'.repeat(21))), { errcode: 47003 }],
  ['… 20 are taken, by code point', () => sent(thing('😀'.repeat(20))), { errcode: 0 }],
  ['… 47003, an empty one', () => sent(thing('')), { errcode: 47003 }],
  ['… 47003, a line break', () => sent(thing('一\n二')), { errcode: 47003 }],
  ['… 47003, a phrase of 6', () => sent({ data: { phrase1: { value: '等候确认中的' } } }), { errcode: 47003 }],
  ['getwxacodeunlimit: a picture and no JSON', () => code('s-1234567890123456789'), { picture: 'ffd8' }],
  ['… 32 characters of scene', () => code('x'.repeat(32)), { picture: 'ffd8' }],
  ['… 40129, 33', () => code('x'.repeat(33)), { errcode: 40129 }],
  ['… 40129, a letter it does not take', () => code('场次'), { errcode: 40129 }],
  ['msgSecCheck', () => checked(), { errcode: 0, result: { suggest: 'pass', label: 100 } }],
  ['… 40129, no such place', () => checked({ scene: 5 }), { errcode: 40129 }],
  ['… 47001, more than 2500 characters', () => checked({ content: '长'.repeat(2501) }), { errcode: 47001 }],
  ['… 47001, nobody wrote it', () => checked({ openid: '' }), { errcode: 47001 }],
];
test.each(cases)('%s', async (_, ask, answer) => {
  expect(await ask()).toMatchObject(answer);
});

test('codes are good once: of wx.login (40163 then) and of the phone button (40029)', async () => {
  const [login, button] = [fake.login('oAnna'), fake.phone('13800000501')];
  expect([await session(login), await session(login)]).toMatchObject([{ openid: 'oAnna' }, { errcode: 40163 }]);
  const phone_info = { purePhoneNumber: '13800000501', countryCode: '86' };
  expect([await phone(button), await phone(button)]).toMatchObject([{ phone_info }, { errcode: 40029 }]);
});

test('one acceptance is one message, then 43101; what was refused for its fields took none', async () => {
  fake.accept('oBao', TEMPLATE);
  const to = { touser: 'oBao' };
  const answers = [await sent({ ...to, ...thing('') }), await sent(to), await sent(to)];
  expect(answers.map(({ errcode }) => errcode)).toEqual([47003, 0, 43101]);
});

test('stable_token is the same until it ends; a forced one ends the one before, 20 a day', async () => {
  expect((await stable()).access_token).toBe(token);
  const forced = await stable({ force_refresh: true });
  expect(forced.access_token).not.toBe(token);
  expect(await checked()).toMatchObject({ errcode: 40001 });
  for (let left = 19; left > 0; left -= 1) expect((await stable({ force_refresh: true })).errcode).toBeUndefined();
  expect(await stable({ force_refresh: true })).toMatchObject({ errcode: 45009 });
});

test('who was away for two hours cannot be judged (61010)', async () => {
  fake.verdict = 61010;
  expect(await checked()).toMatchObject({ errcode: 61010 });
  fake.verdict = 'pass';
});
