// The tree of units and their people, what they did, the monthly topic at the desk and as residents vote, how suggestions stand.
import { Person } from './person.mjs';
import { press, tap } from './steps.mjs';

const CANDIDATES = [
  { title: '小区东门的路灯', note: '晚上看不清台阶', topic: 'city' },
  { title: '老年食堂刷医保卡', topic: 'welfare' },
  { title: '菜市场西侧的盲道' },
];

export async function districtScenes(url) {
  const district = await Person.of(url, 'district');
  const observer = await Person.of(url, 'observer');
  const resident = await Person.of(url, 'resident');
  const { items: units } = await district.get('/desk/units');
  const member = { username: `scene-${Date.now()}`, name: '陈晓', role: 'observer', organizerId: units[1].id };
  await district.post('/desk/members', member);
  const card = {
    source: 'paper',
    kind: 'problem',
    text: '菜市场西侧盲道被电动车占了',
    name: '马桂珍',
    phone: '13800000091',
  };
  await district.post('/desk/suggestions', card);
  const votesUntil = new Date(Date.now() + 10 * 86_400_000).toISOString();
  const round = await district.post('/monthly-topics', { month: '2026-12', title: '十二月一题：先办哪件', votesUntil });
  await district.put(`/monthly-topics/${round.id}/candidates`, { items: CANDIDATES });
  const { candidates } = await district.post(`/monthly-topics/${round.id}/open`);
  await resident.post(`/monthly-topics/${round.id}/vote`, { candidateId: candidates[1].id });
  const scene = (file, route, more = {}) => ({
    ...{ part: 'district', file, who: district, route, desk: true, full: true },
    ...more,
  });
  return [
    scene('units', 'district/units/index'),
    scene('units-observer', 'district/units/index', { who: observer }),
    scene('members', 'district/units/index', { steps: (page) => tap(page, '人员') }),
    scene('new-account', 'district/units/index', { steps: newAccount }),
    scene('programmes', 'district/units/index', { steps: (page) => tap(page, '计划') }),
    scene('programme', 'district/units/index', { steps: programme }),
    scene('audit', 'district/audit/index'),
    scene('topics', 'district/topics/index'),
    scene('paper', 'organizer/suggestions/index', { steps: (page) => tap(page, '录入现场和纸质意见') }),
    scene('vote', 'voice/topics/index', { who: resident, desk: false }),
    scene('progress', 'voice/progress/index', { who: resident, desk: false }),
  ];
}

async function newAccount(page) {
  await tap(page, '人员');
  await tap(page, '开一个账号');
}

async function programme(page) {
  await tap(page, '计划');
  await press(page, '.group .cell >> nth=0');
}
