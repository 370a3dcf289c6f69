import { join } from 'node:path';
import type { DoorCounts } from '@openday/shared/check-in';
import { qrModules, qrSvg } from '../../src/components/qr-image';
import { Account } from '../support/account';
import { TicketHolder } from '../support/ticket-holder';
import { Visitor } from './browser';
import { film, pictureOf } from './camera-film';
import { countOf, letsIn, savesList, walkIn } from './door';
import { opened } from './opening';
import { codeOf, registers } from './resident';

/** Two seconds on a machine of its own; beside other browsers on two cores it is only not to hang. */
const ON_THE_BOARD_MS = 15_000;

/** Before the camera in one film. */
const AT_ONCE = 6;
const FILM = 'camera.mjpeg';
const here = opened({ seconds: 400, camera: FILM });

test('A15 without network the door lets in twenty parties by camera, nobody on a forged, foreign or cancelled code, and the board agrees once it is back', async () => {
  const camera = join(here.product.folder, FILM);
  const theme = '消防站体验日';
  const unit = await Account.of(here.product.origin, 'organizer');
  const quotas = [{ name: '居民', capacity: 80 }];
  const session = await unit.publishes(theme, { quotas }, { headcount: { min: 40, max: 60 } });
  const elsewhere = await unit.publishes('图书馆开放日', { quotas });
  const holder = (name: string, seats: number, of = session) => TicketHolder.of(here.product.origin, name, of, seats);

  const resident = await Visitor.come(here.browser, here.product.origin);
  await registers(resident, theme, '上官先生', 3);
  await resident.losesNetwork();
  await resident.page.reload();
  const ticket = codeOf(resident, 3);
  await ticket.waitFor();

  const parties: TicketHolder[] = [];
  for (let n = 1; n < 20; n++) parties.push(await holder(`居民${n}号`, n % 6 === 0 ? 1 : 2 + (n % 2)));
  const [foreign, gone] = [await holder('走错的人', 2, elsewhere), await holder('来不了的人', 2)];
  await gone.cancels();
  const registered = parties.reduce((sum, party) => sum + party.ticket.seats, 3);

  const board = await Visitor.come(here.browser, here.product.origin, 'desk');
  await board.goTo('organizer/board/index');
  await board.words('我是承办单位').click();
  // Late on a Sunday the session is of the next week.
  await board.tap(/^时间：本周/);
  await board.page.getByRole('option', { name: '全部时间' }).click();
  const lane = (checkedIn: string) =>
    board.page.getByRole('img', {
      name: `${theme}：计划 40–60，容量 80，报名 ${registered}，签到 ${checkedIn}，现场计数 没有`,
    });
  await lane('没有').waitFor();

  const door = await Visitor.come(here.browser, here.product.origin);
  await savesList(door, theme);
  await door.losesNetwork();
  const drawn = (code: string) => qrSvg(qrModules(code), 4);
  const queue = [
    { seats: 3, shows: () => pictureOf(ticket) },
    ...parties.map((party) => ({ seats: party.ticket.seats, shows: async () => drawn(party.code()) })),
    ...[() => foreign.forges(parties[0] ?? gone), () => foreign.code(), () => gone.code()].map((code) => ({
      ...{ seats: 0, shows: async () => drawn(code()) },
    })),
  ];
  const answers: string[] = [];
  // Some at a time: a slow machine takes longer for all of them than a code is fresh.
  for (let done = 0, people = 0; done < queue.length; done += AT_ONCE) {
    // A film that is exchanged before an open camera ends it.
    if (done > 0) await door.page.goBack();
    const turn = queue.slice(done, done + AT_ONCE);
    await film(here.browser, await Promise.all(turn.map(({ shows }) => shows())), camera);
    people += turn.reduce((sum, { seats }) => sum + seats, 0);
    const refused = done + AT_ONCE < queue.length ? [] : ['altered', 'otherSession', 'cancelled'];
    answers.push(...(await letsIn(door, theme, people, refused)));
  }
  await resident.leave();

  expect(answers.filter((which) => which === 'fresh')).toHaveLength(20);
  expect([...new Set(answers)].filter((which) => which !== 'again').sort()).toEqual(
    ['altered', 'cancelled', 'fresh', 'otherSession'].sort(),
  );

  await film(here.browser, ['data:,'], camera);
  await door.page.reload();
  await door.sees('20 条待上传');
  expect(await countOf(door)).toBe(registered);
  await walkIn(door, 3);
  await walkIn(door, 1);
  await door.tap('撤销');
  await door.sees('23 条待上传');
  expect(await countOf(door)).toBe(registered + 3);
  const counted = () => unit.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`);
  expect(await counted()).toMatchObject({ checkedIn: 0, walkIns: 0 });

  await door.hasNetworkAgain();
  await door.sees('全部传完');
  await lane(String(registered + 3)).waitFor({ timeout: ON_THE_BOARD_MS });
  expect(await counted()).toMatchObject({
    checkedIn: registered + 3,
    walkIns: 3,
    missing: 0,
    flagged: 0,
    conflicts: [],
  });
  expect(await countOf(door)).toBe(registered + 3);
  await door.leave();
  await board.leave();
});
