// Every state a resident can find a session, a registration and the register sheet in.

import { eventScenes } from './event-scenes.mjs';
import { drawScenes, heldBackScenes } from './outcome-scenes.mjs';
import { dayAt, inHours, inMinutes, Person } from './person.mjs';
import { press, tap } from './steps.mjs';

const FIRST = { seats: 1 };
const POOLS = [
  { name: '居民', capacity: 20 },
  { name: '企业代表', capacity: 5, declaration: '我是辖区企业的代表', asksEnterprise: true, perEnterprise: 2 },
  { name: '人大代表', capacity: 4, invited: true },
  { name: '政协委员', capacity: 1, approval: true },
];
const QUESTIONS = [
  { id: 'q1', text: '最想看哪一项', kind: 'choice', options: ['制水车间', '化验室', '中控室'], required: true },
  { id: 'q2', text: '要不要坐轮椅进场', kind: 'yesNo', required: true },
  { id: 'q3', text: '几辆轮椅', kind: 'number', required: true, showIf: { question: 'q2', equals: 'yes' } },
  { id: 'q4', text: '想当面问什么', kind: 'text' },
  { id: 'q5', text: '身份证号', kind: 'idNumber', required: true, reason: '进厂区要登记' },
];

/** Pictures of the resident's pages; makes what they show on the way. */
export async function residentScenes(url) {
  const unit = await Person.of(url, 'organizer');
  const of = (name) => Person.of(url, 'resident', name);
  const me = await of('尉迟女士');
  const [other, third, fourth] = await Promise.all(['令狐先生', '上官女士', '诸葛先生'].map(of));
  const scenes = [];
  const at = (file, session, more = {}) =>
    scenes.push({
      file,
      who: me,
      route: 'pages/event/index',
      query: { id: session.eventId, session: session.id },
      ...more,
    });
  const sheet = (file, session, steps, more = {}) =>
    at(file, session, {
      ...more,
      steps: async (page) => {
        await press(page, '#register');
        await steps?.(page);
      },
    });

  // What a session is before anybody asks.
  const open = await unit.publishes(
    '自来水厂开放日',
    { quotas: POOLS, ceiling: 28, asksChildren: true },
    { questions: QUESTIONS },
  );
  at('event-open', open);
  at('event-soon', await unit.publishes('气象台开放日', { opensAt: dayAt(1, '09:00') }));
  at('event-soon-minutes', await unit.publishes('地震台开放日', { opensAt: inMinutes(12) }));
  at('event-walk-in', await unit.publishes('社区义诊', { mode: 'none', quotas: [] }));
  const invited = await unit.publishes('区政府常务会旁听', {
    mode: 'invited',
    quotas: [{ name: '居民代表', capacity: 6 }],
  });
  at('event-invited', invited);
  at('event-approval', await unit.publishes('法院公众开放日', { mode: 'approval' }));
  const called = await unit.publishes('污水处理厂开放日');
  await unit.post(`/sessions/${called.id}/cancel`, { reason: '设备检修，改期另行通知' });
  at('event-cancelled', called);
  const closing = await unit.publishes('消防站开放日', { closesAt: inMinutes(0.05) });
  at('event-closed', closing);

  // The sheet.
  const plain = await unit.publishes('垃圾分类转运站参观', { quotas: [{ name: '居民', capacity: 6 }] });
  sheet('register', plain);
  sheet('register-family', plain, null, { stored: { family: { seats: 3, names: [] } } });
  sheet('register-new', plain, null, { who: withoutProfile(me) });
  sheet('register-new-missing', plain, (page) => press(page, '#register-submit'), { who: withoutProfile(me) });
  sheet('register-proxy', plain, (page) => forFather(page));
  sheet('register-proxy-missing', plain, async (page) => {
    await page.getByRole('switch').first().click();
    await press(page, '#register-submit');
  });
  sheet('register-busy', plain, (page) => press(page, '#register-submit'), { busy: true });
  sheet('register-pools', open);
  sheet('register-enterprise', open, async (page) => {
    await page.getByRole('radio', { name: /^企业代表/ }).click();
    await press(page, '#register-submit');
  });
  sheet('register-code', open, (page) => page.getByRole('radio', { name: /^人大代表/ }).click());
  sheet('register-questions', open, async (page) => {
    await page.getByRole('radio', { name: '是', exact: true }).click();
    await press(page, '#register-submit');
  });
  sheet('register-invited', invited);
  const named = await unit.publishes('变电站开放日', { companions: 'named', asksChildren: true });
  sheet('register-named', named, null, { stored: { family: { seats: 3, names: ['丈夫', '孩子'] } } });

  // Full, waiting, offered.
  const full = await unit.publishes('警营开放日', { quotas: [{ name: '居民', capacity: 3 }] });
  await other.register(full, { seats: 3 });
  await third.register(full, { seats: 2, joinWaitlist: true });
  at('event-full', full, { who: fourth });
  sheet('register-waiting', full, null, { who: fourth });
  await me.register(full, { seats: 2, joinWaitlist: true });
  at('event-waiting', full);
  const offering = await unit.publishes('天文馆观星夜', { quotas: [{ name: '居民', capacity: 2 }], confirmHours: 2 });
  const held = await other.register(offering, { seats: 2 });
  await me.register(offering, { seats: 2, joinWaitlist: true });
  await other.post(`/registrations/${held.id}/cancel`);
  at('event-offered', offering);
  at('event-offered-pass', offering, { steps: (page) => page.getByText('让给别人').first().click() });

  // Registered, moved, refused, removed.
  const going = await unit.publishes('图书馆夜场', { cancelsUntil: dayAt(3, '17:00') });
  const mine = await me.register(going, { seats: 3, companions: [{}, {}] });
  at('event-registered', going);
  scenes.push({ file: 'party', who: me, route: 'pages/mine/index', steps: (page) => tap(page, '改人数') });
  scenes.push({ file: 'cancel', who: me, route: 'pages/mine/index', steps: (page) => tap(page, '来不了') });
  const late = await unit.publishes('规划馆夜场', {
    startsAt: inHours(3),
    endsAt: inHours(5),
    cancelsUntil: inMinutes(0.05),
  });
  await me.register(late, FIRST);
  scenes.push({
    file: 'cancel-late',
    who: me,
    route: 'pages/mine/index',
    steps: (page) => tap(page, '来不了', 'first'),
  });
  const before = { startsAt: dayAt(4, '14:30'), endsAt: dayAt(4, '16:00'), venue: '图书馆一楼大厅' };
  const known = { stored: { knownSessions: { [mine.id]: before } } };
  at('event-moved', going, known);
  scenes.push({ file: 'mine', who: me, route: 'pages/mine/index', full: true, ...known });
  const looked = await unit.publishes('检察院开放日', { mode: 'approval' });
  await me.register(looked, { seats: 2 });
  at('event-applied', looked);
  const refused = await unit.publishes('税务大厅体验日', { mode: 'approval' });
  const no = await me.register(refused, { seats: 2 });
  await unit.post(`/registrations/${no.id}/decline`, { reason: '名额已经排满' });
  at('event-declined', refused);
  const removed = await unit.publishes('菜市场检测室开放日');
  const gone = await me.register(removed, FIRST);
  await unit.post(`/registrations/${gone.id}/remove`, { reason: '重复报名' });
  at('event-removed', removed);
  scenes.push(...(await drawScenes(unit, [me, other, third, fourth])));
  scenes.push(...(await heldBackScenes(url)));
  scenes.push(...(await eventScenes(url, unit, me)));
  scenes.push({ file: 'claim', who: me, route: 'more/claim/index' });
  scenes.push({ file: 'claim-missing', who: me, route: 'more/claim/index', steps: (page) => tap(page, '领到我这里') });
  return scenes;
}

/** A new resident, who has given no name and no number yet. */
function withoutProfile(person) {
  const account = { ...person.tokens.account, name: '', phoneLast4: null };
  return new Person(person.url, { ...person.tokens, account });
}

async function forFather(page) {
  await page.getByRole('switch').first().click();
  await page.getByPlaceholder('比如 爸爸').fill('爸爸');
  await page.getByRole('radio', { name: '爸妈' }).click();
}
