// What came of sessions: the closing report before and after it is public, questionnaires, a session recorded afterwards.
import { Person } from './person.mjs';
import { press, tap } from './steps.mjs';

const TICKED = {
  satisfaction: { veryGood: 12, good: 5, fair: 1, poor: 0, veryPoor: 0, blank: 2 },
  clarity: { clear: 15, partly: 4, unclear: 1, blank: 0 },
};
const BATCHES = [
  { place: '签到台', handedOut: 30, returned: 20, tallies: TICKED },
  { place: '社区服务站', handedOut: 60, returned: 41 },
];

export async function recordScenes(url) {
  const district = await Person.of(url, 'district');
  const { items } = await district.get('/desk/closing?show=due&limit=50');
  const found = await Promise.all(items.map(({ sessionId }) => district.get(`/sessions/${sessionId}/closing`)));
  const asks = found.find(({ gaps, numbers }) => gaps.length && numbers.checkedIn !== null) ?? found[0];
  const other = found.find(({ sessionId }) => sessionId !== asks.sessionId);
  for (const batch of BATCHES) await district.post(`/events/${asks.eventId}/paper-batches`, batch);
  const reasons = { countReasons: ['noPhone'], planReasons: ['interest'], planNote: '邻近小区也来了' };
  const figure = other.actual === null ? { actual: 30, source: 'estimated' } : {};
  await district.patch(`/sessions/${other.sessionId}/closing`, { ...reasons, ...figure, explanations: 6 });
  await district.post(`/sessions/${other.sessionId}/closing/publish`);
  const scene = (file, route, query = {}, more = {}) => ({
    ...{ part: 'records', file, who: district, route: `records/${route}/index`, query, desk: true, full: true },
    ...more,
  });
  const papers = { id: asks.eventId, session: asks.sessionId };
  return [
    scene('due', 'closing'),
    scene('public-list', 'closing', {}, { steps: (page) => tap(page, '公布了') }),
    scene('report', 'report', { id: asks.sessionId }),
    scene('report-public', 'report', { id: other.sessionId }),
    scene('results', 'papers', papers),
    scene('batch', 'papers', papers, { steps: (page) => press(page, '.results__add') }),
    scene('past-entry', 'past-entry', { year: 2022 }),
    scene('told', '', {}, { who: undefined, route: 'more/past/index', desk: false }),
  ];
}
