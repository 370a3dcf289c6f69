// One activity beyond its plain states: shared, as a poster, over, queueing, without network; and the ticket while people come.
import { randomUUID } from 'node:crypto';
import { dayAt, inMinutes, Person } from './person.mjs';
import { press, tap } from './steps.mjs';

const AT = '2026-09-04T02:20:00.000Z';
const CONTENT = [
  '9:30 领一张路线图，认认窗口',
  '9:40 跟着查养老金、换社保卡',
  '10:20 坐下聊，哪里不方便当面说',
  '想当场查养老金，请带社保卡。',
  '14 岁以下由大人陪着。',
].join('\n');

/** `me` registers for some of them; `unit` holds them. */
export async function eventScenes(url, unit, me) {
  const venue = {
    ...unit.usual.venue,
    access: ['ramp', 'accessibleToilet', 'wheelchair'],
    transport: '公交坐到一号路口站',
  };
  const full = await unit.publishes(
    '走进社保大厅，当一回体验官',
    { venue, quotas: [{ name: '居民', capacity: 20 }], closesAt: dayAt(3, '17:00') },
    { content: CONTENT },
  );
  const at = (session) => ({ route: 'pages/event/index', query: { id: session.eventId, session: session.id } });
  const event = await me.get(`/events/${full.eventId}`);
  const { items: past } = await unit.get('/sessions?past=true&limit=1');
  const going = await coming(unit, me, url);
  const { items: mine } = await me.get('/registrations');
  return [
    { file: 'event', who: me, full: true, ...at(full) },
    { file: 'event-share', who: me, ...at(full), steps: (page) => tap(page, '分享') },
    { file: 'event-poster', who: me, full: true, route: 'more/poster/index', query: at(full).query },
    { file: 'event-queueing', who: me, ...at(full), busy: true, steps: queues },
    {
      file: 'event-cut-short',
      who: me,
      ...at(full),
      stored: { unanswered: { session: full.id, by: me.tokens.account.id, key: 'cut-short', body: { seats: 3 } } },
    },
    { file: 'event-offline', ...at(full), stored: { events: { [event.id]: { at: AT, event } } }, before: cutApi },
    { file: 'event-failed', ...at(full), before: cutApi },
    { file: 'event-loading', ...at(full), before: slowApi },
    {
      file: 'mine-offline',
      who: me,
      route: 'pages/mine/index',
      stored: { mine: { at: AT, items: mine } },
      before: cutApi,
    },
    ...past.map((session) => ({ file: 'event-ended', who: me, ...at(session) })),
    { file: 'ticket-arriving', who: me, route: 'more/ticket/index', query: { id: going.id } },
    { file: 'ticket-fresh', who: me, route: 'more/ticket/index', query: { id: going.id, fresh: 1 } },
  ];
}

/** A party of three, of whom two are in. */
async function coming(unit, me, url) {
  const session = await unit.publishes('法庭开放日', { startsAt: inMinutes(15), endsAt: inMinutes(90) });
  const registration = await me.register(session, { seats: 3, companions: [{ name: '妈妈' }, {}] });
  const scan = {
    id: randomUUID(),
    seq: 1,
    sessionId: session.id,
    kind: 'scan',
    registrationId: registration.id,
    seats: 2,
    at: new Date().toISOString(),
    clockOffsetMs: 0,
    shown: 'go',
  };
  const door = await Person.of(url, 'organizer');
  await door.post('/check-in/scans', { deviceId: randomUUID(), scans: [scan] });
  return registration;
}

async function queues(page) {
  await press(page, '#register');
  await press(page, '#register-submit');
  await page.getByText('正在替您排队').first().waitFor();
  await page.getByRole('button', { name: '关上' }).filter({ visible: true }).last().click();
}

const cutApi = (page) => page.route('**/api/**', (route) => route.abort());
const slowApi = (page) => page.route('**/api/events/**', () => undefined);
