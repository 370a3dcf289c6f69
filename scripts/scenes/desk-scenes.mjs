// Every state a unit finds its sessions' registrations and set-up in.
import { setTimeout as wait } from 'node:timers/promises';
import { dayAt, inMinutes, Person } from './person.mjs';
import { tap, tapLabel } from './steps.mjs';

const PEOPLE = ['东方女士', '西门先生', '南宫女士', '北堂先生', '令狐女士', '公孙先生', '宇文女士', '端木先生'];
const ENTERPRISE = { declares: true, enterprise: '云湖恒达机械' };

/** Pictures of the desk's pages of admission; makes what they show on the way. */
export async function deskScenes(url) {
  const unit = await Person.of(url, 'organizer');
  const district = await Person.of(url, 'district');
  const people = await Promise.all(PEOPLE.map((name) => Person.of(url, 'resident', name)));
  const scenes = [];
  const at =
    (page) =>
    (file, session, more = {}) =>
      scenes.push({
        file,
        desk: true,
        who: unit,
        route: `organizer/${page}/index`,
        query: { id: session.id },
        ...more,
      });
  const list = at('session');
  const setup = at('setup');

  scenes.push({ file: 'home', desk: true, who: unit, route: 'organizer/home/index', full: true });
  const open = await unit.publishes(
    '自来水厂开放日',
    { quotas: pools(), ceiling: 28, asksChildren: true },
    { questions: questions() },
  );
  const [residents, enterprise, , member] = open.quotas;
  const answers = [{ question: 'q1', value: 'yes' }];
  for (const [n, person] of people.slice(0, 4).entries())
    await person.register(open, { seats: n + 1, quotaId: residents.id, answers, children: n > 1 ? 1 : 0 });
  const family = { name: '爸爸', relation: 'parent', consent: true };
  await people[4].register(open, { seats: 1, quotaId: residents.id, answers, onBehalfOf: family });
  await people[5].register(open, { seats: 2, quotaId: enterprise.id, answers, ...ENTERPRISE });
  await people[6].register(open, { seats: 1, quotaId: member.id, answers });
  list('session', open, { full: true });
  await unit.post(`/sessions/${open.id}/messages`, { text: '停车位不多，请坐公交来' });
  list('session-message', open, { steps: (page) => tap(page, '发一句话') });
  list('session-remove', open, { steps: removeFirst });
  setup('setup-locked', open, { full: true });

  const looked = await unit.publishes('法院公众开放日', { mode: 'approval', quotas: [{ name: '居民', capacity: 12 }] });
  for (const [n, person] of people.entries())
    await person.register(looked, { seats: (n % 3) + 1, joinWaitlist: n % 2 === 1 });
  list('session-approval', looked);
  list('session-approval-ticked', looked, { steps: tickAll });
  list('session-decline', looked, { steps: (page) => tapLabel(page, /^婉拒 /) });

  const waiting = await unit.publishes('警营开放日', { quotas: [{ name: '居民', capacity: 6 }], confirmHours: 4 });
  for (const person of people.slice(0, 5)) await person.register(waiting, { seats: 2, joinWaitlist: true });
  const { items } = await unit.get(`/sessions/${waiting.id}/registrations`);
  await unit.post(`/registrations/${items.find(({ status }) => status === 'confirmed').id}/remove`, {
    reason: '本人打电话说来不了',
  });
  list('session-waiting', waiting);
  setup('setup-displaced', waiting, { full: true, steps: (page) => lower(page, '3') });
  setup('setup-cancel', waiting, { steps: (page) => tap(page, '取消这一场') });

  const invited = await unit.publishes('区政府常务会旁听', {
    mode: 'invited',
    quotas: [{ name: '居民代表', capacity: 6 }],
  });
  await unit.post(`/quotas/${invited.quotas[0].id}/invitations`, { count: 6 });
  list('session-invited', invited);
  list('session-none', await unit.publishes('社区义诊', { mode: 'none', quotas: [] }));
  const called = await unit.publishes('污水处理厂开放日');
  await unit.post(`/sessions/${called.id}/cancel`, { reason: '设备检修，改期另行通知' });
  list('session-cancelled', called);
  setup('setup-cancelled', called);

  const publicSource = '当天福彩 3D 开奖号';
  const quotas = [{ name: '居民', capacity: 4 }];
  const soon = inMinutes(0.08);
  const draws = { mode: 'draw', quotas };
  const coming = await unit.publishes('疾控实验室开放日', {
    ...draws,
    closesAt: dayAt(2, '17:00'),
    draw: { drawsAt: dayAt(3, '10:00'), publicSource },
  });
  const ready = await unit.publishes('气象台开放日', {
    ...draws,
    closesAt: soon,
    draw: { drawsAt: soon, publicSource },
  });
  const drawn = await unit.publishes('天文馆开放日', {
    ...draws,
    closesAt: soon,
    draw: { drawsAt: soon, publicSource },
  });
  for (const session of [coming, ready, drawn])
    for (const [n, person] of people.slice(0, 5).entries())
      await person.register(session, { seats: 1 + (n % 2), joinWaitlist: n % 2 === 0 });
  await wait(Math.max(0, Date.parse(soon) - Date.now()) + 400);
  await unit.post(`/sessions/${drawn.id}/draw`, { publicNumber: '384' });
  list('session-draw-early', coming);
  list('session-draw-due', ready);
  list('session-drawn', drawn);

  const fresh = await unit.publishes('图书馆夜场');
  setup('setup', fresh, { full: true });
  for (const mode of ['不用报名', '邀请', '审核', '抽签'])
    setup(`setup-${MODES[mode]}`, fresh, {
      full: true,
      steps: (page) => page.getByRole('radio', { name: new RegExp(`^${mode}`) }).click(),
    });
  setup('setup-pool', fresh, { full: true, steps: (page) => tap(page, '更多设置') });
  setup('setup-moment', fresh, { steps: (page) => page.locator('.moment').first().click() });
  setup('setup-venue', fresh, { steps: (page) => page.getByRole('button', { name: /^地点/ }).click() });
  setup('setup-question', fresh, { full: true, steps: (page) => tap(page, '加一个问题') });

  scenes.push({ file: 'no-shows', desk: true, who: district, route: 'organizer/no-shows/index' });
  scenes.push({
    file: 'no-shows-clear',
    desk: true,
    who: district,
    route: 'organizer/no-shows/index',
    steps: (page) => tapLabel(page, /^解除 /),
  });
  return scenes;
}

const MODES = { 不用报名: 'none', 邀请: 'invited', 审核: 'approval', 抽签: 'draw' };

const pools = () => [
  { name: '居民', capacity: 20 },
  {
    name: '企业代表',
    capacity: 5,
    declaration: '我是辖区企业的代表',
    asksEnterprise: true,
    perEnterprise: 2,
    releasesAt: dayAt(2, '17:00'),
  },
  { name: '人大代表', capacity: 4, invited: true },
  { name: '政协委员', capacity: 1, approval: true },
];

const questions = () => [{ id: 'q1', text: '要不要带安全帽', kind: 'yesNo', required: true }];

async function tickAll(page) {
  const whole = page.getByRole('checkbox', { name: /都选上$/ }).or(page.getByRole('button', { name: /都选上$/ }));
  await whole.filter({ visible: true }).first().click();
}

async function removeFirst(page) {
  await page.getByRole('button', { name: /^已报名 / }).click();
  await tapLabel(page, /^取消 /);
}

async function lower(page, seats) {
  await page
    .getByRole('spinbutton', { name: '居民' })
    .or(page.getByRole('textbox', { name: '居民' }))
    .filter({ visible: true })
    .last()
    .fill(seats);
  await tap(page, '提交改动');
  await page.getByText('这样改会影响已经报名的人').waitFor();
}
