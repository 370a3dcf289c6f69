import { join } from 'node:path';
import { dayOf } from '@openday/shared/dates';
import { dayOff } from '@openday/shared/days-off';
import { Visitor } from './browser';
import { opened } from './opening';

const here = opened({ seconds: 180 });

const DAY = 86_400_000;
/** Twelve items; no place, no headcount, and units that nobody knows. */
const SHEET = join(__dirname, '../../../server/test/plan-fixtures/word-flattened.txt');

async function atPlans(): Promise<Visitor> {
  const desk = await Visitor.come(here.browser, here.product.origin, 'desk');
  await desk.goTo('organizer/plans/index');
  await desk.words('我是区里').click();
  await desk.tap('导入一份计划');
  return desk;
}

/** Chooses one of the list that lies open, by its words. */
async function chooses(desk: Visitor, words: string | RegExp): Promise<void> {
  await desk.page.getByRole('dialog').filter({ visible: true }).last().getByText(words).first().click();
}

/** Presses Esc the moment the sheet that `button` opens is in the document, as a busy machine has it; it is gone. */
async function escapesAtOnce(desk: Visitor, button: string): Promise<void> {
  await desk.page.evaluate(() => {
    const seen = new MutationObserver(() => {
      const sheet = document.querySelector('[role="dialog"]');
      if (!sheet) return;
      seen.disconnect();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      document.body.dataset.escaped = sheet.getAttribute('aria-label') ?? '';
    });
    seen.observe(document.body, { childList: true, subtree: true });
  });
  await desk.tap(button);
  await desk.page.locator(`[data-escaped="${button}"]`).waitFor();
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A sheet as a unit pastes it: one item lacks only its place, one has no day yet. */
function pasted(): string {
  const days = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((ahead) => dayOf(Date.now() + ahead * DAY));
  // On a day off the desk would ask once more.
  const [year, month, day] = (days.find((each) => dayOff(each) === null) ?? '').split('-').map(Number);
  return [
    `${year}年高新区“政府开放月”活动统计表`,
    '序号\t时间\t活动主题\t活动内容\t拟参加人数\t承办单位\t联系人及电话',
    `1\t${month}月${day}日上午9:30-11:00\t走进供水调度室\t邀请居民代表看一滴水怎么到家里。\t20 人\t高新区九州发展服务中心先锋社区\t社区办公室 0635-0000003`,
    '2\t12月下旬\t邻里食堂开放日\t请居民看后厨、尝饭菜、提意见。\t10-15 人\t高新区九州发展服务中心凤凰社区\t社区办公室 0635-0000004',
  ].join('\n');
}

test('a pasted sheet becomes items; one is completed and published, is sent out from there, and a resident finds it', async () => {
  const desk = await atPlans();
  await desk.page.getByRole('textbox', { name: '表里的文字' }).fill(pasted());
  await desk.tap('导入');

  await desk.sees('第 1 项，共 2 项');
  await desk.sees('走进供水调度室');
  await desk.sees('邻里食堂开放日');
  await desk.tap('选已有场地，或新建');
  await desk.page.getByPlaceholder('搜场地名').fill('先锋');
  await chooses(desk, '先锋社区党群服务中心');
  await desk.sees('已保存');
  await desk.tap('公布已定的 1 项');
  await desk.tap('公布这 1 项');
  await desk.sees('公布了 1 项；一共 1 场');
  await desk.tap('发出去');
  // The card, the link, the poster and the text, each with its own press.
  await desk.sees(/报名和详情：http\S+pages\/event\/index\?id=\d{19}$/);
  for (const press of ['复制推文', '复制网页链接', '复制页面路径', '打开海报']) await desk.words(press).waitFor();
  await desk.leave();

  const resident = await Visitor.come(here.browser, here.product.origin);
  await resident.goTo('pages/discover/index');
  await resident.page.getByRole('searchbox').fill('供水');
  await resident.words('走进供水调度室').click();
  await resident.sees('还剩 20 个名额');
  await resident.sees('先锋社区党群服务中心');
  await resident.leave();
});

test('a file of twelve items is decided in a handful of bulk steps, one taken back, all of it is public and one text says it', async () => {
  const desk = await atPlans();
  const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), desk.tap('选一个文件')]);
  await chooser.setFiles(SHEET);
  await desk.sees('第 1 项，共 12 项');
  await desk.tap('全选这 12 项', 'checkbox');
  await escapesAtOnce(desk, '确认一类问题');
  await desk.tap('定承办单位');
  await chooses(desk, '高新区九州发展服务中心先锋社区');
  await desk.sees('已保存');
  await desk.tap('先公布，日期待定');
  await desk.sees(/^已定 /);
  await desk.tap('确认一类问题');
  const sheet = desk.page.getByRole('dialog').filter({ visible: true });
  await sheet.waitFor();
  const kinds = sheet.getByText(/项都对$/);
  while ((await kinds.count()) > 0) {
    const left = await kinds.count();
    await kinds.first().click();
    await desk.page.waitForFunction(
      (n) =>
        [...document.querySelectorAll('[role="dialog"] .cell__more')].length < n ||
        !document.querySelector('[role="dialog"]'),
      left,
    );
  }
  await desk.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await desk.tap('先公布，日期待定');
  await desk.sees('已定 12');

  await desk.tap('先不公布');
  await desk.isTold('撤销了 12 项的“先不公布”', () => desk.page.keyboard.press('Control+z'));
  await desk.tap('取消选中');
  await desk.tap('公布已定的 12 项');
  await desk.sees('12 项先公布，日期待定，居民能关注');
  await desk.tap('公布这 12 项');
  await desk.sees('12 项先公布、日期待定');
  await desk.tap('发出去');
  await desk.sees(/共 12 项，免费参加[\s\S]+\s12\. .+\s时间：.+\s主办：.+\s报名：http\S+$/);
  await desk.page.goBack();
  await desk.sees('12 项日期待定');
  await desk.leave();
});
