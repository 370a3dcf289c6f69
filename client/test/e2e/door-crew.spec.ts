import type { DoorCounts } from '@openday/shared/check-in';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { recordsPaper } from './door';
import { opened } from './opening';

const here = opened();

test('a helper joins by the unit’s link, types the paper in, is taken off, and is answered for', async () => {
  const theme = '污水处理厂开放日';
  const unit = await Account.of(here.product.origin, 'organizer');
  const { id } = await unit.publishes(theme);
  const countsOf = () => unit.get<DoorCounts>(`/check-in/sessions/${id}/counts`);

  const desk = await Visitor.come(here.browser, here.product.origin, 'desk');
  await desk.goTo(`organizer/door/index?id=${id}`);
  await desk.words('我是承办单位').click();
  await desk.tap('生成邀请');
  const link = await desk.page.locator('#invite-link').textContent();

  const helper = await Visitor.come(here.browser, here.product.origin);
  await helper.page.goto(link ?? '');
  await helper.sees(theme);
  await helper.type('怎么称呼您', '小张');
  await helper.tap('开始');
  await helper.tap('存名单');
  await helper.tap('东门', 'radio');
  await helper.tap('就叫这个');
  await helper.sees('没网也能用');

  await helper.goTo(`staff/entry/index?id=${id}`);
  await helper.type('现场来访一共几位', '5');
  await helper.type('现场数的总人数', '6');
  await helper.tap('照纸名单重数', 'radio');
  await recordsPaper(helper, '记下 5 人');
  expect(await countsOf()).toMatchObject({ checkedIn: 5, handCount: 6, devices: [{ name: '东门', operator: '小张' }] });

  await helper.goTo(`staff/roster/index?id=${id}`);
  await helper.sees('补录纸名单');
  await desk.tap('撤下');
  await desk.page.locator('.taro__modal .taro-model__confirm').click();
  await helper.sees('您不在这场的门口名单里了');

  await desk.goTo(`staff/closing/index?id=${id}`);
  await desk.tap('东门交不齐，怎么了');
  await desk.tap('手机丢了', 'radio');
  await desk.tap('写好了，不再等这台');
  // The sheet offers the same words.
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await desk.sees('手机丢了');
  expect(await countsOf()).toMatchObject({ final: true, devices: [{ excused: { reason: '手机丢了' } }] });
  await helper.leave();
  await desk.leave();
});
