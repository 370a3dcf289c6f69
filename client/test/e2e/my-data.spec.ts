import { readFileSync } from 'node:fs';
import type { MyData } from '@openday/shared/me';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { registers } from './resident';

const here = opened();

test('A39 a resident takes their data along as a file, deletes the account by its word, and no token of it opens anything', async () => {
  const { browser, product } = here;
  const desk = await Account.of(product.origin, 'district');
  const session = await desk.publishes('污水厂开放日');
  const me = await Visitor.come(browser, product.origin);
  await registers(me, '污水厂开放日', '带走的人', 2);
  const token = (await Account.of(product.origin, 'resident', '带走的人')).tokens?.accessToken;

  await me.goTo('pages/me/index');
  await me.tap(/^我的资料/);
  await me.sees('把称呼和手机号给办活动的单位');
  const [sheets] = await Promise.all([me.page.waitForEvent('download'), me.tap('导出一份')]);
  expect(sheets.suggestedFilename()).toMatch(/^开放日-我的资料-\d{4}-\d{2}-\d{2}\.xlsx$/);
  // A zip, as every .xlsx.
  expect(readFileSync(await sheets.path()).toString('latin1', 0, 2)).toBe('PK');
  const [download] = await Promise.all([me.page.waitForEvent('download'), me.tap(/^导出原样/)]);
  expect(download.suggestedFilename()).toMatch(/^开放日-我的资料-\d{4}-\d{2}-\d{2}\.json$/);
  const data = JSON.parse(readFileSync(await download.path(), 'utf8')) as MyData;
  expect(data.account.name).toBe('带走的人');
  expect(data.registrations.map(({ registration }) => registration.session.id)).toEqual([session.id]);
  expect(data.consents).toMatchObject([{ kind: 'privacy', withdrawnAt: null }]);

  // Without network: as last seen, but for what must be whole and of now.
  await me.losesNetwork();
  await me.page.reload();
  await me.sees(/没连上，下面截至/);
  await me.sees('污水厂开放日');
  expect(await me.page.getByText('导出一份').count()).toBe(0);
  await me.hasNetworkAgain();
  await me.tap('再试一次');
  await me.sees('导出一份');

  await me.tap(/^删除账号/);
  await me.sees('1 份报名会取消，马上空出 2 个名额');
  await me.tap('删除我的账号');
  await me.sees('写上“删除”两个字才能删');
  await me.type('写上“删除”两个字', '删除');
  await me.tap('删除我的账号');
  await me.sees('还没登录');

  const reply = await fetch(`${product.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(reply.status).toBe(401);
  const { sessions } = await desk.get<{ sessions: { seats: { taken: number } }[] }>(`/events/${session.eventId}`);
  expect(sessions[0]?.seats.taken).toBe(0);
  await me.leave();
});
