import { sceneOf } from '@openday/shared/scenes';
import { fitted } from '../src/modules/wechat/template-fields.rules';
import { WechatClient } from '../src/modules/wechat/wechat.client';
import { onMariadb, startApp, type TestApp } from './support/app';
import { FakeWechat } from './support/fake-wechat';

const SESSION = '/sns/jscode2session';
const TOKEN = '/cgi-bin/stable_token';
const PHONE = '/wxa/business/getuserphonenumber';
const SEND = '/cgi-bin/message/subscribe/send';
const CODE = '/wxa/getwxacodeunlimit';
const CHECK = '/wxa/msg_sec_check';

let fake: FakeWechat;
let test_: TestApp;
let wechat: WechatClient;

beforeAll(async () => {
  fake = await FakeWechat.start();
  test_ = await startApp({ ...fake.env, WECHAT_TIMEOUT_MS: '30000' });
  wechat = test_.app.get(WechatClient);
});
afterAll(async () => {
  await test_.stop();
  await fake.close();
});
beforeEach(() => {
  fake.calls.length = 0;
});

const message = (openid: string, fields: Record<string, string> = { thing1: '居民议事日' }) => ({
  openid,
  templateId: 'registered',
  fields,
});

test('a code of wx.login is good once, and says who it is', async () => {
  const code = fake.login('oAnna');
  expect(await wechat.openidOf(code)).toBe('oAnna');
  await expect(wechat.openidOf(code)).rejects.toMatchObject({ code: 'WECHAT_CODE', errcode: 40163 });
  await expect(wechat.openidOf('invented')).rejects.toMatchObject({ code: 'WECHAT_CODE', errcode: 40029 });
});

test.each([
  ['40163, a code that was used', 40163, 'WECHAT_CODE', 1],
  ['40029, a code that is none', 40029, 'WECHAT_CODE', 1],
  ['40226, an account at risk', 40226, 'WECHAT_BLOCKED', 1],
  ['45009, the quota of the day', 45009, 'WECHAT_QUOTA', 1],
  ['45011, too often', 45011, 'WECHAT_BUSY', 1],
  ['40125, a wrong secret', 40125, 'WECHAT_SETUP', 1],
  ['-1, later', -1, 'WECHAT_BUSY', 2],
  ['a page of HTML', 'html', 'WECHAT_BUSY', 1],
  ['with a cut line', 'cut', 'WECHAT_BUSY', 1],
] as const)('A42 WeChat answers %s: it is told apart, and no storm follows', async (_, failure, code, asked) => {
  fake.fail(SESSION, ...Array(5).fill(failure));
  await expect(wechat.openidOf(fake.login('oAnna'))).rejects.toMatchObject({ code });
  expect(fake.count(SESSION)).toBe(asked);
  fake.fail(SESSION);
});

test('A42 what WeChat was busy with once works at the second try', async () => {
  fake.fail(SESSION, -1);
  expect(await wechat.openidOf(fake.login('oBao'))).toBe('oBao');
});

test('A43 40001 with 50 calls in flight is one refresh of the token', async () => {
  await wechat.phoneOf(fake.phone('13800000501'));
  fake.endToken();
  fake.calls.length = 0;
  const numbers = Array.from({ length: 50 }, (_, i) => `138000005${String(i).padStart(2, '0')}`);
  const found = await Promise.all(numbers.map((number) => wechat.phoneOf(fake.phone(number))));
  expect(found).toEqual(numbers);
  expect(fake.count(TOKEN)).toBe(1);
  expect(fake.count(PHONE)).toBe(100);
});

test.each([40001, 40014, 42001])(
  'A43 a token WeChat hands out again though it refuses it (%s) is forced once',
  async (stale) => {
    await wechat.phoneOf(fake.phone('13800000502'));
    fake.calls.length = 0;
    fake.fail(PHONE, stale);
    expect(await wechat.phoneOf(fake.phone('13800000503'))).toBe('13800000503');
    expect(fake.calls.filter(({ path }) => path === TOKEN).map(({ body }) => body.force_refresh)).toEqual([
      false,
      true,
    ]);
  },
);

if (onMariadb)
  test('A43 two replicas share one token and one refresh', async () => {
    const other = (await test_.replica()).app.get(WechatClient);
    await wechat.phoneOf(fake.phone('13800000505'));
    fake.endToken();
    fake.calls.length = 0;
    const asked = Array.from({ length: 20 }, (_, i) => (i % 2 ? wechat : other).phoneOf(fake.phone('13800000506')));
    await Promise.all(asked);
    expect(fake.count(TOKEN)).toBe(1);
  });

test('the phone button’s code is good once; a number from abroad is refused', async () => {
  const code = fake.phone('13800000507');
  expect(await wechat.phoneOf(code)).toBe('13800000507');
  await expect(wechat.phoneOf(code)).rejects.toMatchObject({ code: 'WECHAT_CODE' });
  await expect(wechat.phoneOf(fake.phone('5550100', '1'))).rejects.toMatchObject({ code: 'PHONE_ABROAD' });
});

test('A44 a credit is one message; without one it is refused and not tried again', async () => {
  fake.accept('oChen', 'registered');
  expect(await wechat.send(message('oChen'))).toBe('sent');
  fake.calls.length = 0;
  expect(await wechat.send(message('oChen'))).toBe('noCredit');
  expect(fake.count(SEND)).toBe(1);
});

test('A44 a 21-character title with emoji, line breaks and empty fields meet no 47003', async () => {
  fake.accept('oDing', 'registered', 9);
  const family = '👨‍👩‍👧‍👦';
  const fields = {
    thing1: `${'开'.repeat(18)}${family}放`,
    thing2: '第一行\n第二行',
    thing3: '',
    phrase4: '等候确认中的',
    name5: '一个特别特别长的单位名字',
    character_string6: 'A'.repeat(40),
    time7: '2026年9月6日 09:30',
  };
  expect(await wechat.send(message('oDing', fields))).toBe('sent');
  const sent = fake.sent.at(-1)?.data;
  expect(sent?.thing1?.value).toBe(`${'开'.repeat(18)}…`);
  expect(sent?.phrase4?.value).toBe('等候确认中');
  expect(fitted('thing1', '😀'.repeat(20))).toBe('😀'.repeat(20));
});

test.each([
  [40003, 'nobody'],
  [40037, 'misfit'],
  [41030, 'misfit'],
  [43107, 'misfit'],
  [43108, 'later'],
  [45168, 'misfit'],
  [47003, 'misfit'],
  [45009, 'later'],
  [-1, 'later'],
  ['html', 'unknown'],
  ['cut', 'unknown'],
  ['taken', 'unknown'],
] as const)('a message answered with %s is %s, and was sent once', async (failure, outcome) => {
  fake.accept('oFang', 'registered');
  fake.fail(SEND, failure, failure);
  expect(await wechat.send(message('oFang'))).toBe(outcome);
  expect(fake.count(SEND)).toBe(1);
  fake.fail(SEND);
});

test('a mini code is a picture; A46 a scene of 33 characters is refused before sending', async () => {
  const scene = sceneOf({ kind: 'event', id: '1234567890123456789' });
  expect((await wechat.miniCode(scene, 'pages/event/index')).subarray(0, 3).toString('hex')).toBe('ffd8ff');
  fake.calls.length = 0;
  await expect(wechat.miniCode('x'.repeat(33), 'pages/event/index')).rejects.toMatchObject({ code: 'SCENE_TOO_LONG' });
  expect(fake.calls).toEqual([]);
  fake.fail(CODE, 'html');
  await expect(wechat.miniCode(scene, 'pages/event/index')).rejects.toMatchObject({ code: 'WECHAT_BUSY' });
});

test('a text is judged; who was away for two hours cannot be judged', async () => {
  for (const verdict of ['pass', 'review', 'risky'] as const) {
    fake.verdict = verdict;
    expect(await wechat.check('说一句话', 'oGao', 'comment')).toBe(verdict);
  }
  fake.verdict = 61010;
  await expect(wechat.check('说一句话', 'oGao', 'comment')).rejects.toMatchObject({ errcode: 61010 });
  fake.verdict = 'pass';
  expect(await wechat.check('长'.repeat(3000), 'oGao', 'comment')).toBe('pass');
  expect(fake.count(CHECK)).toBe(5);
});

describe('a server whose WeChat says nothing', () => {
  let deaf: TestApp;

  beforeAll(async () => {
    deaf = await startApp({ ...fake.env, WECHAT_TIMEOUT_MS: '1500' });
  });
  afterAll(() => deaf.stop());

  test('A42 gives up, and asks no more', async () => {
    fake.fail(SESSION, 'silence', 'silence');
    const asked = deaf.app.get(WechatClient).openidOf(fake.login('oAnna'));
    await expect(asked).rejects.toMatchObject({ code: 'WECHAT_BUSY' });
    expect(fake.count(SESSION)).toBe(1);
  });

  test('A42 asks once for the token all wait for, and a message that waited was not sent', async () => {
    fake.fail(TOKEN, 'silence', 'silence');
    const client = deaf.app.get(WechatClient);
    const asked = Array.from({ length: 20 }, () => client.phoneOf(fake.phone('13800000504')));
    const sent = client.send(message('oFang'));
    expect((await Promise.allSettled(asked)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(await sent).toBe('later');
    expect(fake.count(TOKEN)).toBe(1);
  });
});
