// What became of a resident's registration where it is not simply there: by lot, and after earlier no-shows.
import { setTimeout as wait } from 'node:timers/promises';
import { dayAt, inMinutes, Person } from './person.mjs';
import { press, tap } from './steps.mjs';

/** By lot: before, and for who was drawn, who waits and who was not. */
export async function drawScenes(unit, [me, other, third, fourth]) {
  const publicSource = '当天福彩 3D 开奖号';
  const quotas = [{ name: '居民', capacity: 20 }];
  const coming = await unit.publishes('疾控实验室开放日', {
    mode: 'draw',
    quotas,
    closesAt: dayAt(2, '17:00'),
    draw: { drawsAt: dayAt(3, '10:00'), publicSource },
  });
  const at = (file, who, session, more) => ({
    file,
    who,
    route: 'pages/event/index',
    query: { id: session.eventId, session: session.id },
    ...more,
  });
  const sheet = { steps: (page) => press(page, '#register') };
  await me.register(coming, { seats: 2 });
  const soon = inMinutes(0.1);
  const done = await unit.publishes('殡仪馆公众开放日', {
    mode: 'draw',
    quotas: [{ name: '居民', capacity: 2 }],
    closesAt: soon,
    draw: { drawsAt: soon, publicSource },
  });
  const parties = [
    [me, false],
    [other, true],
    [third, false],
    [fourth, true],
  ];
  for (const [person, joinWaitlist] of parties) await person.register(done, { seats: 2, joinWaitlist });
  await wait(Date.parse(soon) - Date.now() + 400);
  await unit.post(`/sessions/${done.id}/draw`, { publicNumber: '384' });
  const found = {};
  for (const [person] of parties) {
    const { items } = await person.get(`/registrations?session=${done.id}`);
    found[items[0].status] ??= person;
  }
  const page = (file, session, more) => ({
    file,
    who: me,
    route: 'more/draw/index',
    query: { id: session.id },
    ...more,
  });
  return [
    at('event-draw', other, coming),
    at('register-draw', other, coming, sheet),
    at('event-in-draw', me, coming),
    page('draw-before', coming),
    page('draw-done', done, { full: true }),
    page('draw-check', done, { full: true, steps: (opened) => tap(opened, '展开复核办法') }),
    ...Object.entries(found).map(([status, person]) => at(`event-drawn-${status}`, person, done)),
  ];
}

/** Somebody who did not come before: the first the rule holds back. */
export async function heldBackScenes(url) {
  const district = await Person.of(url, 'district');
  const { items } = await district.get('/restrictions');
  const [{ name, phoneLast4, programme }] = items;
  const who = await Person.of(url, 'resident', `${[...name][0]}${Number(phoneLast4) % 2 === 1 ? '女士' : '先生'}`);
  const publishes = (theme) => district.publishes(theme, {}, { programmeId: programme.id });
  const [before, after] = [await publishes('政务大厅体验日'), await publishes('不动产登记体验日')];
  await who.register(after, { seats: 2 });
  const at = ({ id, eventId }) => ({ who, route: 'pages/event/index', query: { id: eventId, session: id } });
  return [
    { ...at(before), file: 'register-held-back', steps: (page) => press(page, '#register') },
    { ...at(after), file: 'event-held-back' },
    { who, file: 'restrictions', route: 'more/restrictions/index' },
  ];
}
