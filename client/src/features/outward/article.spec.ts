import { anEvent, aSession } from '../../../test/support/wire';
import { articleOf } from './article';

const NOW = Date.parse('2026-09-01T00:00:00.000Z');
const LINK = 'https://open.example/#/pages/event/index?id=1';
const session = aSession({
  startsAt: '2026-09-11T01:00:00.000Z',
  endsAt: '2026-09-11T03:00:00.000Z',
  closesAt: '2026-09-10T09:00:00.000Z',
});

test('the text says what, when, where, for whom, how and whom to ask, and ends with the link', () => {
  const event = anEvent({
    theme: '走进社保大厅',
    content: '9:00 领路线图\n\n 9:30 座谈 ',
    sessions: [session],
    contact: { name: '党政办', phone: '0635-0000001' },
  });
  expect(articleOf(event, LINK, NOW)).toBe(
    [
      '走进社保大厅',
      '高新区社保中心主办，现场观摩，免费参加',
      '【时间地点】\n9月11日 周五 上午9:00–11:00\n地点：高新区社保大厅，黄山南路 9 号',
      '【做什么】\n9:00 领路线图\n9:30 座谈',
      '【谁可以来】\n所有人',
      '【怎么报名】\n点下面的链接报名，先到先得，报满排候补\n9月10日 下午5:00 截止',
      '【咨询】\n党政办 0635-0000001',
      `报名和详情：${LINK}`,
    ].join('\n\n'),
  );
});

test('many dates are counted, ended and cancelled ones are left out, and without a date it is to be followed', () => {
  const week = (n: number) => new Date(Date.parse(session.startsAt) + n * 7 * 86_400_000).toISOString();
  const many = Array.from({ length: 12 }, (_, n) => ({ ...session, startsAt: week(n), endsAt: week(n) }));
  const cancelled = { ...session, phase: 'cancelled' as const };
  const text = articleOf(anEvent({ sessions: [cancelled, ...many] }), LINK, NOW);
  expect(text).toContain('还有 4 场，见链接');
  expect(text.match(/9月11日/g)).toHaveLength(1);
  const window = { text: '9月中旬', from: '2026-09-11', to: '2026-09-20', precision: 'tenDays' as const };
  expect(articleOf(anEvent({ sessions: [], window }), LINK, NOW)).toContain('点下面的链接关注，日子定了会通知您');
  expect(articleOf(anEvent({ sessions: [{ ...session, mode: 'none', seats: null }] }), LINK, NOW)).toContain(
    '不用报名',
  );
});
