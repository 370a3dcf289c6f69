// The year's report of records entered afterwards, and the page of files.
import { Person } from './person.mjs';
import { tapLabel } from './steps.mjs';

const PEOPLE = [46, 38, 41, 32, 25, 44, 36, 40, 22, 39];
const THEMES = ['消费者权益开放日', '走进博物馆库房', '污水处理厂开放日', '智慧交通指挥中心', '校园食堂后厨开放'];

/** Pictures of 2022, entered as records, and of the files; makes what they show on the way. */
export async function annualScenes(url) {
  const district = await Person.of(url, 'district');
  const { items: units } = await district.get('/organizers');
  const { items: venues } = await district.get('/venues');
  for (const [n, actual] of PEOPLE.entries()) {
    const day = `2022-${String(3 + Math.floor(n * 0.8)).padStart(2, '0')}-${String(10 + n)}`;
    const left = { fair: 1, poor: 0, veryPoor: 0, blank: 0 };
    await district.post('/desk/past-sessions', {
      organizerId: units[n % units.length].id,
      theme: THEMES[n % THEMES.length],
      startsAt: `${day}T01:30:00.000Z`,
      endsAt: `${day}T03:00:00.000Z`,
      venueId: venues[0].id,
      actual,
      source: n % 4 === 0 ? 'estimated' : 'counted',
      explanations: 28,
      questionnaires: {
        handedOut: 56,
        returned: 52,
        tallies: {
          satisfaction: { veryGood: 30, good: 21, ...left },
          clarity: { clear: 50, partly: 2, unclear: 0, blank: 0 },
        },
      },
      suggestions: 6,
      resolved: 5,
    });
  }
  const scene = (file, page, more = {}) => ({
    file,
    part: 'records',
    desk: true,
    who: district,
    route: `records/${page}/index`,
    query: {},
    full: true,
    ...more,
  });
  return [
    scene('annual-2022', 'annual', { query: { year: 2022 } }),
    scene('annual-handed-out', 'annual', { query: { year: 2022 }, steps: (page) => tapLabel(page, /^问卷发放/) }),
    scene('annual-none', 'annual', { query: { year: 2019 } }),
    scene('exports', 'exports'),
  ];
}
