// Signing in as a district runs it: what the demo's server does not ask is answered here in its place.
import { Person } from './person.mjs';
import { tap, tapLabel } from './steps.mjs';

const WAYS = { demo: false, wechat: false, sms: true };
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const TOTP = { secret: SECRET, uri: `otpauth://totp/chief?issuer=x&secret=${SECRET}` };

/** Scenes of the sign-in page, of the ways in and the devices, and of 动态口令. */
export async function signInScenes(url) {
  const who = await Person.of(url, 'resident', '令狐女士');
  await Person.of(url, 'resident', '令狐女士');
  await Person.of(url, 'resident', '令狐女士');
  await who.patch('/me', { phone: '13900000077' });
  const unit = await Person.of(url, 'organizer');
  const at = (file, route, more = {}) => ({ part: 'sign-in', file, route, ...more });
  const real = (replies = {}) => ({ before: (page) => answers(page, { 'auth/ways': [200, WAYS], ...replies }) });
  const refused = (status, code, message) => [status, { code, message, requestId: '-' }];
  const signsIn = async (page) => {
    await type(page, '账号', 'chief');
    await type(page, '密码', 'a-long-password');
    await tapLabel(page, '登录');
  };
  const enrols = real({
    'auth/password': refused(409, 'TOTP_ENROL', '区级账号要先绑动态口令，绑好就能登录。'),
    'auth/totp': [200, TOTP],
    'auth/totp/confirm': [
      200,
      { recoveryCodes: Array.from({ length: 8 }, (_, n) => `k7m${n}-x2q9-h4t${n}`), tokens: null },
    ],
  });
  const asksCode = async (page) => {
    await type(page, '手机号', '13900000077');
    await tapLabel(page, '发验证码');
  };
  return [
    at('demo', 'more/sign-in/index'),
    at('phone', 'more/sign-in/index', real()),
    at('code', 'more/sign-in/index', { ...real({ 'auth/phone': [200, { waitSeconds: 60 }] }), steps: asksCode }),
    at('often', 'more/sign-in/index', {
      ...real({ 'auth/phone': refused(429, 'TOO_MANY', '操作太快了，请稍等一会儿再试。') }),
      steps: asksCode,
    }),
    at('password', 'more/sign-in/index', { ...real(), steps: (page) => tap(page, '我是工作人员') }),
    at('desk', 'organizer/home/index', { ...real(), desk: true }),
    at('desk-totp', 'organizer/home/index', {
      ...real({ 'auth/password': refused(401, 'TOTP_NEEDED', '请再填手机上的动态口令。') }),
      desk: true,
      steps: signsIn,
    }),
    at('desk-enrol', 'organizer/home/index', { ...enrols, desk: true, full: true, steps: signsIn }),
    at('desk-codes', 'organizer/home/index', {
      ...enrols,
      desk: true,
      steps: async (page) => {
        await signsIn(page);
        await type(page, '软件里显示的 6 位数字', '123456');
        await tapLabel(page, '绑好');
      },
    }),
    at('ways', 'more/sign-ins/index', { who, full: true }),
    at('change-phone', 'more/sign-ins/index', { who, ...real(), steps: (page) => tap(page, '换手机号') }),
    at('ways-unit', 'more/sign-ins/index', { who: unit }),
    at('totp', 'more/totp/index', { who: unit }),
  ];
}

/** The server's answers to these routes, by path below /api: status and body. */
async function answers(page, replies) {
  for (const [path, [status, json]] of Object.entries(replies))
    await page.route(`**/api/${path}`, (route) => route.fulfill({ status, json }));
}

async function type(page, label, text) {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field
    .or(page.getByRole('spinbutton', { name: label, exact: true }))
    .filter({ visible: true })
    .last()
    .fill(text);
}
