// What a resident says afterwards in every state, and what the unit does with it.
import { setTimeout as wait } from 'node:timers/promises';
import { inHours, inMinutes, Person } from './person.mjs';
import { asLastSeen, press, tap, tapLabel } from './steps.mjs';

const LINE = '小区东门的路灯晚上不亮，老人散步看不清路。';
const ANSWER = '和物业一起查过，东门 3 盏灯线路老化。昨晚已换好，三盏都亮了。再有不亮的，随时告诉我们。';
const QUESTION = '小区东门的路灯什么时候修？';

/** Pictures of rating, saying, the progress and the desk; makes what they show on the way. */
export async function voiceScenes(url) {
  const unit = await Person.of(url, 'organizer');
  const of = (name) => Person.of(url, 'resident', name);
  const [me, son, stranger, ...others] = await Promise.all(
    ['尉迟女士', '司徒先生', '陌生先生', '令狐先生', '上官女士', '诸葛先生'].map(of),
  );
  const soon = { startsAt: inMinutes(0.2), endsAt: inHours(1), closesAt: inMinutes(0.2) };
  const session = await unit.publishes('物业管理怎么管，大家一起说', soon);
  await me.register(session, { seats: 2 });
  await son.register(session);
  const onBehalfOf = { name: '司徒老先生', relation: 'parent', consent: true };
  await son.register(session, { seats: 1, onBehalfOf });
  for (const other of others) await other.register(session);
  await wait(Date.parse(soon.startsAt) - Date.now() + 400);
  for (const [place, other] of others.entries()) {
    const satisfaction = ['veryGood', 'good', 'fair'][place];
    await other.post(`/sessions/${session.id}/responses`, { satisfaction, clarity: 'clear' });
  }
  const handed = await others[0].post(`/sessions/${session.id}/responses`, {
    ...{ satisfaction: 'good', clarity: 'partly' },
    ...{ line: LINE, wantsAnswer: true },
  });

  const about = { eventId: session.eventId };
  const says = (who, body) => who.post('/suggestions', { kind: 'suggestion', text: LINE, ...about, ...body });
  const take = ({ id }) => unit.post(`/suggestions/${id}/take`);
  const answer = ({ id }, more = {}) => unit.post(`/suggestions/${id}/answer`, { text: ANSWER, ...more });
  const rate = (who, { id }, verdict, text) =>
    who.post(`/suggestions/${id}/rating`, { verdict, ...(text && { text }) });
  const asked = await says(me);
  const taken = await says(me, { text: '非机动车棚能不能装充电插座', mayCall: true });
  await take(taken);
  await me.post(`/suggestions/${taken.id}/notes`, { text: '一号楼和二号楼之间那一个' });
  const answered = await says(me, { text: '停车场夜间收费太高' });
  await take(answered);
  await answer(answered, { question: QUESTION });
  const solved = await says(me, { kind: 'question', text: '体检报告能不能送到社区' });
  await take(solved);
  await answer(solved, { resolved: true });
  await rate(me, solved, 'solved');
  const back = await says(me, { kind: 'problem', text: '楼道里又堆了杂物' });
  await take(back);
  await answer(back, { resolved: true });
  await rate(me, back, 'unsolved', '清了两天又堆上了');

  const scene = (file, who, route, query = {}, more = {}) => ({ part: 'voice', file, who, route, query, ...more });
  const rated = (file, who, more) => scene(file, who, 'voice/rate/index', { session: session.id }, more);
  const progress = (file, { id }, more) => scene(file, me, 'voice/suggestion/index', { id }, more);
  const desk = (file, stage, more) =>
    scene(file, unit, 'organizer/suggestions/index', { stage }, { desk: true, ...more });
  const type = (words) => (page) => page.locator('textarea').filter({ visible: true }).last().fill(words);
  const filled = async (page) => {
    await page.getByRole('radio', { name: '满意', exact: true }).filter({ visible: true }).click();
    await tap(page, '一部分');
    await type(LINE)(page);
  };
  const future = await unit.publishes('还没开始的开放日');
  return [
    rated('rate', me),
    rated('rate-filled', me, { steps: filled }),
    rated('rate-offline', me, {
      steps: async (page) => {
        await filled(page);
        await page.context().setOffline(true);
        await tapLabel(page, /提交，并转给/);
        await page.getByText('没有网络').waitFor();
      },
    }),
    rated('rate-proxy', son),
    rated('rate-handed', others[0]),
    rated('rate-not-guest', stranger),
    scene('rate-not-open', me, 'voice/rate/index', { session: future.id }),
    rated('rate-signed-out', null),
    // Last of its kind: it sends.
    rated('rate-done', me, {
      steps: async (page) => {
        await page.getByRole('radio', { name: '满意', exact: true }).filter({ visible: true }).click();
        await tap(page, '一部分');
        const line = page.locator('textarea').filter({ visible: true });
        // The second picture finds what the first one sent.
        if (await line.count()) await line.fill(LINE);
        await tapLabel(page, /提交|改好了/);
        await page.getByText('记下了').waitFor();
      },
    }),
    scene('suggest', me, 'voice/suggest/index', { kind: 'question', event: session.eventId }, { full: true }),
    scene(
      'suggest-filled',
      me,
      'voice/suggest/index',
      { kind: 'complaint', event: session.eventId },
      { steps: type(LINE) },
    ),
    scene('suggest-district', me, 'voice/suggest/index', { kind: 'suggestion' }, { full: true }),
    progress('progress-asked', asked),
    progress('progress-taken', taken),
    progress('progress-answered', answered, { steps: (page) => tap(page, '解决了') }),
    progress('progress-unsolved', answered, { steps: (page) => tap(page, '没解决') }),
    progress('progress-rated', solved),
    progress('progress-back', back),
    progress('progress-add', asked, { steps: (page) => tap(page, '再补充一句') }),
    progress('progress-offline', taken, { steps: asLastSeen('views') }),
    progress('progress-gone', { id: handed.suggestionId }),
    scene('mine', me, 'voice/mine/index'),
    scene('mine-none', stranger, 'voice/mine/index'),
    scene('mine-signed-out', null, 'voice/mine/index'),
    scene('event-answers', me, 'pages/event/index', { id: session.eventId, session: session.id }, { full: true }),
    desk('desk-new', 'new'),
    desk('desk-waiting', 'waiting'),
    desk('desk-done', 'done'),
    desk('desk-take', 'new', { steps: (page) => press(page, '.column--on .sug') }),
    desk('desk-answer', 'working', {
      full: true,
      steps: async (page) => {
        await press(page, '.column--on .sug');
        await type(ANSWER)(page);
        await page.getByRole('switch', { name: '公开给大家看' }).filter({ visible: true }).click();
      },
    }),
    desk('desk-transfer', 'new', {
      steps: async (page) => {
        await press(page, '.column--on .sug');
        await tap(page, '转给别的单位');
      },
    }),
  ];
}
