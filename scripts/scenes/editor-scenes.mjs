// Making events: by hand, from a kind, handed in, sent back, public; places; what goes outward.
import { dayAt, Person } from './person.mjs';
import { press, tap } from './steps.mjs';

export async function editorScenes(url) {
  const unit = await Person.of(url, 'organizer');
  const district = await Person.of(url, 'district');
  const programme = await district.post('/programmes', { title: '政务公开主题月（备案）', year: 2026 });
  await district.patch(`/programmes/${programme.id}`, { noShowLimit: null, noShowDays: null, approves: true });
  const session = { ...unit.usual, startsAt: dayAt(9, '09:00'), endsAt: dayAt(9, '11:00') };
  const draft = (theme) =>
    unit.post('/events', { theme, forms: ['council'], programmeId: programme.id, sessions: [session] });
  const [waiting, back] = [await draft('居民议事日：电动车停哪里'), await draft('便民服务体验官')];
  await unit.post(`/events/${waiting.id}/submit`);
  await unit.post(`/events/${back.id}/submit`);
  await district.post(`/events/${back.id}/send-back`, { reason: '请写清楚集合地点' });
  const approved = await draft('社区食堂试吃日');
  await unit.post(`/events/${approved.id}/submit`);
  const { event } = await district.post(`/events/${approved.id}/approve`);
  const [one] = event.sessions;
  const smaller = { startsAt: dayAt(10, '14:00'), quotas: [{ id: one.quotas[0].id, capacity: 12 }] };
  await unit.patch(`/sessions/${one.id}`, smaller);
  const observer = await Person.of(url, 'observer');
  const open = await unit.publishes('污水厂开放日', {}, { content: '9:00 集合\n9:15 跟讲解员参观' });
  const person = await Person.of(url, 'resident', '东方女士');
  await person.register(open);
  const [venue] = (await unit.get('/desk/venues')).items;
  const scene = (file, route, query = {}, more = {}) => ({
    ...{ part: 'editor', file, who: unit, route: `editor/${route}/index`, query, desk: true, full: true },
    ...more,
  });
  return [
    scene('list', 'events'),
    scene('list-district', 'events', {}, { who: district }),
    scene('start', 'events', {}, { full: false, steps: (page) => tap(page, '新建活动') }),
    scene('kind', 'event', { kind: 'council' }),
    scene('kind-wrong', 'event', { kind: 'visit' }, { steps: (page) => tap(page, '公布') }),
    scene('like', 'event', { like: open.eventId }),
    scene('undated', 'event', { kind: 'council' }, { steps: (page) => tap(page, '还没定') }),
    scene('asked', 'event', { id: approved.id }, { who: district }),
    scene('list-observer', 'events', {}, { who: observer }),
    scene('public-observer', 'event', { id: open.eventId }, { who: observer }),
    scene('sent-back', 'event', { id: back.id }),
    scene('handed-in', 'event', { id: waiting.id }),
    scene('to-approve', 'event', { id: waiting.id }, { who: district }),
    scene('public', 'event', { id: open.eventId }),
    scene('public-told', 'event', { id: open.eventId }, { steps: rename }),
    scene('repeat', 'event', { id: back.id }, { full: false, steps: repeat }),
    scene('places', 'places'),
    scene('place', 'place', { id: venue.id }),
    scene('place-slots', 'place', { id: venue.id }, { steps: (page) => tap(page, '设开放时间') }),
    scene('outward', 'outward', { id: open.eventId, fresh: 1 }),
    scene('outward-plan', 'outward', { plan: await publishedPlan(unit) }),
    scene('sites', 'sites'),
  ];
}

/** A sheet of three, all public: two with a date to be set, one with a day. */
async function publishedPlan(unit) {
  const rows = ['看看自来水怎么来', '走进消防救援站', '邻里食堂开放日'].map(
    (theme, i) =>
      `${i + 1}\t12月${['上', '中', '下'][i]}旬\t${theme}\t请居民来看一看。\t20人\t本单位\t办公室 0635-0000001`,
  );
  const head = '序号\t活动时间\t活动主题\t活动内容\t拟参加人数\t承办单位\t联系人及电话';
  const { id, items } = await unit.post('/plan-imports', {
    text: ['2026年政务公开主题月活动统计表', head, ...rows].join('\n'),
  });
  const { organizer } = await unit.get('/me');
  for (const [i, row] of items.entries()) {
    const confirmed = row.warnings.map(({ code }) => code);
    const common = { organizerId: organizer.id, forms: ['visit'], confirmed };
    const times = { startsAt: dayAt(6, '09:30'), endsAt: dayAt(6, '11:00'), venue: unit.usual.venue, capacity: 20 };
    const decision = i ? { ...common, act: 'announce' } : { ...common, ...times, mode: 'firstCome', act: 'publish' };
    await unit.patch(`/plan-imports/${id}/rows/${row.id}`, decision);
  }
  await unit.post(`/plan-imports/${id}/publish`, { rows: items.map((row) => row.id) });
  return id;
}

async function rename(page) {
  await page.getByLabel('主题').filter({ visible: true }).last().fill('看污水怎样变成清水');
  await tap(page, '提交改动');
  await page.getByRole('alert').filter({ visible: true }).last().waitFor();
}

async function repeat(page) {
  await tap(page, '按规律加几场');
  await tap(page, '看看排在哪几天');
  await press(page, '.sheet .cell');
}
