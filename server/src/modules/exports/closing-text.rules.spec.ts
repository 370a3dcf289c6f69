import type { Closing } from '@openday/shared/closing';
import { closingPaper } from './closing-text.rules';

const BARE: Closing = {
  ...{ sessionId: '1', eventId: '2', theme: '停车位怎么加', organizer: { id: '3', name: '临水社区' }, venue: '议事厅' },
  ...{
    startsAt: '2026-09-06T11:00:00.000Z',
    endsAt: '2026-09-06T13:00:00.000Z',
    state: null,
    dueAt: '',
    overdue: false,
  },
  ...{ actual: null, source: null, actualSaid: false, publishedAt: null, recordedAfter: false, forms: [] },
  numbers: { planned: null, capacity: null, registered: null, checkedIn: null, walkIns: null, handCount: null },
  ...{
    countReasons: [],
    countNote: '',
    planReasons: [],
    planNote: '',
    explanations: null,
    photos: [],
    photosVouched: false,
  },
  ...{
    line: '下月再办一次',
    countDiffers: null,
    planDiffers: null,
    gaps: [],
    preview: '',
    told: null,
    remindsAt: null,
  },
  questionnaires: { handedOut: 0, returned: 0, online: null, answered: null, satisfied: null },
  suggestions: { received: 0, answered: 0, resolved: 0, confirmed: 0 },
};
const of = (closing: Partial<Closing>, about = { content: '', programme: null as string | null }) =>
  closingPaper({ ...BARE, ...closing }, about);
const linesOf = (closing: Partial<Closing>) => of(closing).sections.flatMap(([, lines]) => lines);

test('what nobody knows is not said, and a section without words is not there', () => {
  expect(of({})).toEqual({
    title: '“停车位怎么加”活动总结',
    lead: '2026年9月6日晚上，临水社区在议事厅举办“停车位怎么加”活动。现将有关情况总结如下。',
    sections: [
      ['一、到场情况', ['到场人数没有记录。']],
      ['二、意见建议办理', ['没有收到意见建议。']],
    ],
  });
});

test('a programme is named, and what the page says of the event stands under its forms, line by line', () => {
  const { lead, sections } = of({ forms: ['council'] }, { content: '听方案\n\n议一议', programme: '2026年开放月' });
  expect(lead).toMatch(/^根据“2026年开放月”安排，2026年9月6日晚上，/);
  expect(sections[0]).toEqual(['一、活动内容', ['活动采取公开议事的形式。', '听方案', '议一议']]);
});

test.each([
  ['“聚焦关切”', '“聚焦关切”活动总结'],
  ['“小区”里的“大事”', '“‘小区’里的‘大事’”活动总结'],
])('%s is put in quotes once', (theme, title) => {
  expect(of({ theme }).title).toBe(title);
});

const NUMBERS = { ...BARE.numbers, registered: 26, checkedIn: 22, walkIns: 0, handCount: 34 };
test.each<[string, Partial<Closing>, string]>([
  [
    'the figures in their order, each by its own name',
    { numbers: NUMBERS, actual: 34, source: 'counted' },
    '报名26人，签到22人，现场计数34人，实际到场34人（现场计数）。',
  ],
  ['an estimate', { actual: 60, source: 'estimated' }, '实际到场约60人（估计）。'],
  [
    'fewer counted than checked in',
    { countDiffers: -3, countReasons: ['leftEarly'] },
    '现场计数比签到少3人，原因是：签到后先走了。',
  ],
  [
    'a reason in words alone',
    { planDiffers: 5, planNote: '邻村也来了。' },
    '实际到场比计划多5人，原因是：邻村也来了。',
  ],
  ['policies explained', { explanations: 0 }, '现场解读政策0次。'],
  [
    'sheets',
    { questionnaires: { handedOut: 9, returned: 8, online: 5, answered: 13, satisfied: 12 } },
    '发放纸质问卷9份，收回8份。线上问卷5份。13份问卷答了是否满意，其中满意和很满意12份，占92.3%。',
  ],
  [
    'suggestions, declared and confirmed apart',
    { suggestions: { received: 6, answered: 2, resolved: 2, confirmed: 1 } },
    '收到意见建议6条，已答复2条，单位说办结2条，居民确认解决1条。',
  ],
  [
    'suggestions that nobody answered yet',
    { suggestions: { ...BARE.suggestions, received: 1 } },
    '收到意见建议1条，正在办理。',
  ],
  ['what residents read', { state: 'published', told: '34 位居民到场。' }, '34 位居民到场。'],
])('%s', (_, closing, said) => {
  expect(linesOf(closing)).toContain(said);
});

test('a difference without a reason is not explained, and of a session recorded afterwards nobody says that nothing was said', () => {
  expect(linesOf({ planDiffers: 5, recordedAfter: true })).toEqual(['到场人数没有记录。']);
});
