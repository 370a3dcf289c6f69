import type { DoorCounts } from '@openday/shared/check-in';
import { Account } from '../support/account';
import { TicketHolder } from '../support/ticket-holder';
import { Visitor } from './browser';
import { countOf, savesList, startsScanning } from './door';
import { opened } from './opening';

/** A code that was just answered is looked at again when it was out of view this long. */
const GONE_MS = 3000;
/** A browser looks at its quota every half minute. */
const NOTICED_MS = 31_000;
const here = opened({ seconds: 180 });

test('A25 a browser whose quota is used up: the door stops and counts nobody, and goes on once there is room', async () => {
  const { origin } = here.product;
  const theme = '变电站开放日';
  const unit = await Account.of(origin, 'organizer');
  const session = await unit.publishes(theme);
  const party = await TicketHolder.of(origin, '没地方记的人', session, 2);
  const door = await Visitor.come(here.browser, origin);
  await savesList(door, theme);
  await startsScanning(door, theme);
  const chromium = await door.context.newCDPSession(door.page);
  const letIn = async () => {
    await door.tap('输码');
    await door.page.locator('#code').fill(party.code());
    await door.page.locator('#check').click();
    await door.tap('2 位进场，继续扫');
  };

  await chromium.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await door.page.waitForTimeout(NOTICED_MS);
  await letIn();
  await door.sees('存不下了，没有记下');
  expect(await countOf(door)).toBe(0);
  await door.tap('返回');
  await door.page.locator('#queue').getByText('清一清手机').waitFor();

  await chromium.send('Storage.overrideQuotaForOrigin', { origin });
  await door.page.locator('#queue').click();
  await door.page.waitForTimeout(GONE_MS);
  await letIn();
  await door.page.locator('#count').getByText('2', { exact: true }).waitFor();
  await door.sees('全部传完');
  expect(await unit.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).toMatchObject({ checkedIn: 2 });
  await door.leave();
});
