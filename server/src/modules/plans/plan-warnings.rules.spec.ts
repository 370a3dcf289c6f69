import type { PlanDecision, PlanValues } from '@openday/shared/plans';
import { type Finding, finding } from './plan-sheet.rules';
import { isAnnounceable, isPublishable, needsOf, warningsOf } from './plan-warnings.rules';

const VALUES: PlanValues = {
  theme: '居民议事日',
  content: null,
  window: { text: '9月4日', from: '2024-09-04', to: '2024-09-04', precision: 'day' },
  startTime: '09:00',
  endTime: '10:00',
  headcount: { min: 20, max: 20, text: '20人', approximate: false },
  unit: '水务局',
  organizerId: '1',
  contacts: [],
  forms: [],
  audience: null,
  venueText: '一水厂',
  times: [],
  tentative: false,
  recurrence: null,
  closesAt: null,
  groups: [],
  note: null,
};
const VAGUE: PlanValues = {
  ...VALUES,
  window: { ...VALUES.window!, precision: 'tenDays' },
  startTime: null,
  endTime: null,
};
const vague = finding('date_vague', 'time', '请定下日期');
const DATED: PlanDecision = { startsAt: '2024-09-04T01:00:00.000Z', endsAt: '2024-09-04T02:00:00.000Z' };

function judged(values: PlanValues, findings: Finding[], decided: PlanDecision) {
  const warnings = warningsOf(findings, decided);
  const all = [...needsOf(values, decided, warnings, null), ...warnings];
  return {
    publishable: isPublishable(all),
    announceable: isAnnounceable(values, decided, warnings),
    open: all.filter(({ severity, settled }) => severity === 'block' && !settled).map(({ code }) => code),
  };
}

test.each<[string, PlanValues, Finding[], PlanDecision, boolean, boolean, string[]]>([
  ['all there but the place on the map', VALUES, [], {}, false, true, ['venue_missing']],
  ['all there', VALUES, [], { venueId: '2' }, true, true, []],
  ['only ten days named', VAGUE, [vague], { venueId: '2' }, false, true, ['date_vague']],
  [
    'looking at it sets no date',
    VAGUE,
    [vague],
    { venueId: '2', confirmed: ['date_vague'] },
    false,
    true,
    ['date_vague'],
  ],
  ['a date is set', VAGUE, [vague], { venueId: '2', ...DATED }, true, true, []],
  [
    'a start without an end',
    VAGUE,
    [vague],
    { venueId: '2', startsAt: DATED.startsAt! },
    false,
    true,
    ['time_of_day_missing'],
  ],
  ['no seats', { ...VALUES, headcount: null }, [], { venueId: '2' }, false, true, ['headcount_missing']],
  ['no seats needed', { ...VALUES, headcount: null }, [], { venueId: '2', mode: 'none' }, true, true, []],
  ['no unit', { ...VALUES, organizerId: null }, [], { venueId: '2' }, false, false, ['unit_missing']],
  ['torn', VALUES, [finding('cell_split', 'content', '')], { venueId: '2' }, false, false, ['cell_split']],
  [
    'torn, looked at',
    VALUES,
    [finding('cell_split', 'content', '')],
    { venueId: '2', confirmed: ['cell_split'] },
    true,
    true,
    [],
  ],
  [
    'not for the public',
    VALUES,
    [finding('audience_not_public', 'audience', '')],
    { venueId: '2' },
    false,
    false,
    ['audience_not_public'],
  ],
  [
    'a contradiction waits for nothing',
    VALUES,
    [finding('weekday_contradiction', 'time', '')],
    {},
    false,
    false,
    ['venue_missing', 'weekday_contradiction'],
  ],
  ['open questions hold nothing back', VALUES, [finding('weekend', 'time', '')], { venueId: '2' }, true, true, []],
])('%s', (_, values, findings, decided, publishable, announceable, open) => {
  expect(judged(values, findings, decided)).toEqual({ publishable, announceable, open });
});

test('what blocks comes first', () => {
  const order = warningsOf([finding('spacing', 'contact', ''), finding('weekend', 'time', ''), vague], {});
  expect(order.map(({ severity }) => severity)).toEqual(['block', 'confirm', 'info']);
});
