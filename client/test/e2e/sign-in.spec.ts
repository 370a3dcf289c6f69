import { randomBytes } from 'node:crypto';
import { FakeSms } from '../../../server/test/support/fake-sms';
import { totpOf } from '../../../server/test/support/totp';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { finds } from './resident';

const secret = (bytes: number) => randomBytes(bytes).toString('base64');
let sms: FakeSms;

/** As a district runs it: nobody is let in as a demo. */
const here = opened({
  real: async () => {
    sms = await FakeSms.start();
    const secrets = { JWT_SECRET: secret(48), FIELD_KEYS: `1:${secret(32)}`, INDEX_KEY: secret(32) };
    const env = { NODE_ENV: 'production', DRAIN_SECONDS: '0', ...secrets, ...sms.env };
    return { accounts: { chief: 'district', office: 'organizer' }, env };
  },
});
afterAll(() => sms?.close());

test('outside the demo the district binds a 动态口令 to sign in, is asked for it from then on, and told when it is locked out', async () => {
  const { browser, product } = here;
  const chief = await Visitor.come(browser, product.origin, 'desk');
  const signsIn = async (password: string) => {
    await chief.type('账号', 'chief');
    await chief.type('密码', password);
    await chief.tap('登录');
  };
  let formsAsked = 0;
  chief.page.on('request', (request) => {
    if (request.url().endsWith('/api/auth/ways')) formsAsked++;
  });
  await chief.goTo('organizer/home/index');
  await signsIn(product.passwords.chief ?? '');
  await chief.sees('绑动态口令');
  const uri = await chief.page.getByRole('img', { name: '动态口令的二维码' }).getAttribute('data-code');
  const key = new URL(uri ?? '').searchParams.get('secret') ?? '';
  await chief.type('软件里显示的 6 位数字', totpOf(key));
  await chief.tap('绑好');
  await chief.sees('离开这一页就看不到了');
  const codes = await chief.page.locator('.totp__codes .totp__secret').allTextContents();
  expect(new Set(codes).size).toBe(8);
  await chief.tap('抄好了，进去');
  await chief.sees('今天要您处理的');

  formsAsked = 0;
  await chief.tap(/退出$/);
  await signsIn(product.passwords.chief ?? '');
  await chief.sees('请再填手机上的动态口令');
  // Asked again, the form would be drawn anew, and what is being typed into it lost.
  expect(formsAsked).toBe(0);
  await chief.type('动态口令', totpOf(key, 30));
  await chief.tap('登录');
  await chief.sees('今天要您处理的');

  await chief.tap(/退出$/);
  await signsIn('不是这个密码');
  await chief.sees('账号或密码不对');
  for (let n = 0; n < 5; n++) await chief.tap('登录');
  await chief.sees('先锁住了');
  await chief.leave();
});

test('a unit binds a 动态口令 and takes it off again, then signs out everywhere with one press', async () => {
  const { browser, product } = here;
  const elsewhere = await Account.byPassword(product.origin, 'office', product.passwords.office ?? '');
  const clerk = await Visitor.come(browser, product.origin);
  const password = product.passwords.office ?? '';
  const proves = async (act: string) => {
    await clerk.type('账号', 'office');
    await clerk.type('密码', password);
    await clerk.tap(act);
  };
  await clerk.goTo('organizer/home/index');
  await proves('登录');
  await clerk.sees('今天要您处理的');
  await clerk.goTo('more/sign-ins/index');
  await clerk.tap(/^动态口令.*没绑/);
  await proves('开始绑');
  const uri = await clerk.page.getByRole('img', { name: '动态口令的二维码' }).getAttribute('data-code');
  const key = new URL(uri ?? '').searchParams.get('secret') ?? '';
  await clerk.type('软件里显示的 6 位数字', totpOf(key));
  await clerk.tap('绑好');
  await clerk.tap('抄好了，进去');

  await clerk.tap(/^动态口令.*已绑/);
  await proves('开始绑');
  await clerk.sees('已经绑过了');
  await clerk.type('动态口令', totpOf(key, 30));
  await clerk.tap('去掉动态口令');
  await clerk.sees('先填一遍账号和密码');
  await clerk.page.goBack();
  await clerk.sees('没绑');

  await clerk.tap('全部退出登录');
  await clerk.sees('还没登录');
  await expect(elsewhere.get('/me')).rejects.toThrow('401');
  await clerk.leave();
});

test('on the web a resident signs in by a code where registering needs it, and sees and ends their sign-ins', async () => {
  const { browser, product } = here;
  const unit = await Account.byPassword(product.origin, 'office', product.passwords.office ?? '');
  await unit.publishes('净水厂开放日');
  const phone = '13900000901';
  const me = await Visitor.come(browser, product.origin);
  await finds(me, '净水厂开放日');
  await me.tap('报名');
  await me.type('手机号', phone);
  const other = await Visitor.come(browser, product.origin);
  await other.goTo('pages/me/index');
  await other.tap(/^还没登录/);
  await other.type('手机号', phone);
  await me.tap('发验证码');
  await me.sees('秒后可以再发');
  // Within the minute of the first.
  await other.tap('发验证码');
  await other.sees('操作太快了');
  await other.sees('一天最多 10 次');
  await other.leave();

  const code = sms.code(phone);
  await me.type('验证码', code === '000000' ? '000001' : '000000');
  await me.tap('登录');
  await me.sees('验证码不对或过期了');
  await me.type('验证码', code);
  await me.tap('登录');
  await me.type('怎么称呼您', '皇甫女士');
  await me.tap('同意并报名 1 人');
  await me.sees('报上了，1 人。');

  await me.goTo('pages/me/index');
  await me.tap(/^登录和设备/);
  await me.sees('手机尾号 0901');
  await me.sees('这一台');
  await me.tap('解绑手机号？');
  const unbind = me.page.getByText('解绑', { exact: true }).filter({ visible: true }).last();
  await me.isTold('这是您唯一的登录方式，请先绑另一种再解绑。', () => unbind.click());
  await me.leave();
});
