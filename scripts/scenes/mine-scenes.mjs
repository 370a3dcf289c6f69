// What is kept of a resident: seen, taken along, deleted; what they follow, for whom they register, what is sent.
import { Person } from './person.mjs';
import { asLastSeen, tap } from './steps.mjs';

/** Scenes of the pages under 我; `who` has something on each of them, `nobody` has nothing. */
export async function mineScenes(url) {
  const unit = await Person.of(url, 'organizer');
  const who = await Person.of(url, 'resident', '王女士家');
  const nobody = await Person.of(url, 'resident', '新来的');
  const coming = await unit.publishes('水厂开放日');
  const undated = await unit.post('/events', {
    theme: '污水处理厂开放日',
    window: { text: '12月下旬', from: '2026-12-21', to: '2026-12-31', precision: 'tenDays' },
  });
  await unit.post(`/events/${undated.id}/publish`);
  for (const event of [coming.eventId, undated.id]) await who.post(`/events/${event}/follow`);
  await who.post(`/organizers/${coming.organizer.id}/follow`);
  await who.post('/me/consents', { kind: 'privacy', version: '2026-11-22' });
  await who.register(coming, { seats: 2, companions: [{ name: '孩子' }] });
  const other = await unit.publishes('消防站开放日');
  const father = { name: '爸爸', phone: '13800000011', relation: 'parent', consent: true };
  await who.register(other, { seats: 1, onBehalfOf: father });
  const family = { family: { seats: 3, names: ['丈夫', '孩子'] } };
  const scene = (file, page, more = {}) => ({ part: 'mine', file, who, route: `more/${page}/index`, ...more });
  return [
    { part: 'mine', file: 'me', who, route: 'pages/me/index', full: true },
    { part: 'mine', file: 'me-nobody', route: 'pages/me/index', full: true },
    scene('my-data', 'my-data', { full: true }),
    scene('my-data-offline', 'my-data', { steps: asLastSeen('views') }),
    scene('my-data-new', 'my-data', { who: nobody, full: true }),
    scene('withdraw', 'my-data', { steps: (page) => tap(page, '撤回', 'first') }),
    scene('erase', 'erase', { full: true }),
    scene('erase-nothing', 'erase', { who: nobody, full: true }),
    scene('erase-word', 'erase', { steps: (page) => tap(page, '删除我的账号') }),
    scene('follows', 'follows'),
    scene('follows-none', 'follows', { who: nobody }),
    scene('family', 'family', { stored: family }),
    scene('family-none', 'family', { who: nobody }),
    scene('messages', 'messages', { full: true }),
    scene('privacy', 'privacy', { full: true }),
    scene('about', 'about', { full: true }),
  ];
}
