// Every desk page while it loads, with nothing on it yet, where the server fails, and without a network.
import { Person } from './person.mjs';

/** What the API answers to a page in each state; null = as it is. */
const STATES = {
  loading: (page) => page.route('**/api/**', () => undefined),
  failed: (page) => page.route('**/api/**', (route) => route.fulfill({ status: 500, json: FAILURE })),
  offline: (page) => page.route('**/api/**', (route) => route.abort('internetdisconnected')),
  empty: null,
};
const FAILURE = { code: 'INTERNAL', message: '服务出了点问题，请稍后再试。', requestId: 'a1b2c3d4' };

/** Of a plan that is not there. */
const NOBODYS = '1000000000000000001';

/** Pages by what they are told of: nothing, a session, an event, a place, a plan. */
const PAGES = {
  none: [
    ...['home', 'board', 'plans', 'suggestions', 'no-shows'].map((page) => `organizer/${page}`),
    ...['events', 'places', 'sites'].map((page) => `editor/${page}`),
    ...['closing', 'annual', 'exports'].map((page) => `records/${page}`),
    ...['units', 'audit', 'topics', 'calls'].map((page) => `district/${page}`),
  ],
  session: ['organizer/session', 'organizer/setup', 'organizer/door', 'records/report'],
  event: ['editor/event', 'editor/outward', 'records/papers'],
  venue: ['editor/place'],
  plan: ['organizer/plan-review'],
};

export async function deskStates(url) {
  const district = await Person.of(url, 'district');
  const name = `刚开通的单位${Date.now() % 1000}`;
  await district.post('/organizers', { name });
  const unit = await Person.of(url, 'organizer', name);
  const session = await unit.publishes('还没有人报名的活动');
  const ids = {
    none: {},
    session: { id: session.id },
    event: { id: session.eventId },
    venue: { id: session.venue.id },
    plan: { id: NOBODYS },
  };
  const fresh = `${name}二`;
  await district.post('/organizers', { name: fresh });
  const nobody = await Person.of(url, 'organizer', fresh);
  return Object.entries(STATES).flatMap(([state, answers]) =>
    Object.entries(PAGES).flatMap(([told, pages]) =>
      pages.map((page) => ({
        ...{ part: 'states', file: `${state}-${page.replace('/', '-')}`, desk: true, large: false, answers },
        who: told === 'none' ? nobody : unit,
        route: `${page}/index`,
        query: ids[told],
      })),
    ),
  );
}
