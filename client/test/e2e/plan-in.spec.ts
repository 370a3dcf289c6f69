import { dayOf } from '@openday/shared/dates';
import type { Browser } from 'playwright-core';
import { type Product, startProduct } from '../support/product';
import { openBrowser, Visitor } from './browser';

// A shared machine can be slow; a browser waits for each step on its own.
jest.setTimeout(120_000);

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ h5: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const DAY = 86_400_000;

/** A sheet as a unit pastes it: one row lacks only its place, one has no day yet. */
function sheet(): string {
  const [year, month, day] = dayOf(Date.now() + 5 * DAY)
    .split('-')
    .map(Number);
  return [
    `${year}年高新区“政府开放月”活动统计表`,
    '序号\t时间\t活动主题\t活动内容\t拟参加人数\t承办单位\t联系人及电话',
    `1\t${month}月${day}日上午9:30-11:00\t走进供水调度室\t邀请居民代表看一滴水怎么到家里。\t20 人\t高新区九州发展服务中心先锋社区\t社区办公室 0635-0000003`,
    '2\t12月下旬\t邻里食堂开放日\t请居民看后厨、尝饭菜、提意见。\t10-15 人\t高新区九州发展服务中心凤凰社区\t社区办公室 0635-0000004',
  ].join('\n');
}

test('a pasted sheet becomes rows; one is completed and published, and a resident finds it', async () => {
  const desk = await Visitor.come(browser, product.origin, 'desk');
  await desk.goTo('organizer/plans/index');
  await desk.words('我是区里').click();
  await desk.tap('导入一份计划');
  await desk.page.getByRole('textbox', { name: '把计划表从头到尾复制过来' }).fill(sheet());
  await desk.tap('导入');

  await desk.sees('第 1 行，共 2 行');
  await desk.sees('走进供水调度室');
  await desk.sees('邻里食堂开放日');
  await desk.tap('选已有场地，或新建');
  await desk.page.getByPlaceholder('搜场地名').fill('先锋');
  await desk.words('先锋社区党群服务中心').click();
  await desk.tap('公布已定的 1 行');
  await desk.words('公布').click();
  await desk.sees('已公布，要改请到活动页');
  await desk.leave();

  const resident = await Visitor.come(browser, product.origin);
  await resident.goTo('pages/discover/index');
  await resident.page.getByPlaceholder('搜主题、单位或地点').fill('供水');
  await resident.words('走进供水调度室').click();
  await resident.sees('还剩 20 个名额');
  await resident.sees('先锋社区党群服务中心');
  await resident.leave();
});
