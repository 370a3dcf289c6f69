import { anEvent, aSession } from '../../../test/support/wire';
import { cloneOf, emptyForm, eventChange, formOf, isChanged, movedTo, newEvent, newSession } from './event-form';
import { lacksOf, ofSession } from './event-lacks';
import { formOfKind, KINDS } from './kinds';
import { ruleOf } from './recurrence';
import { windowsFrom } from './windows';

const detailOf = (event: ReturnType<typeof anEvent>) => ({
  event,
  needsApproval: false,
  mayApprove: false,
  submittedAt: null,
  approvedAt: null,
  sentBack: null,
  asked: [],
  people: { seats: 0, waiting: 0, followers: 0 },
});

test('a clone has all but the dates and the programme', () => {
  const event = anEvent({ programme: { id: '1', title: '开放月' } });
  const clone = cloneOf(event, '居民');
  expect(clone).toMatchObject({ theme: event.theme, content: event.content, programmeId: null });
  expect(clone.sessions).toMatchObject([{ startsAt: null, endsAt: null, venue: { name: '高新区社保大厅' } }]);
  expect(clone.sessions[0]?.setup).toMatchObject({ mode: 'firstCome', closesAt: null });
  expect(newEvent(clone).sessions).toEqual([]);
});

test('what stands is no change; a typed word is one; only a draft sends its sessions', () => {
  const event = anEvent();
  const published = detailOf(event);
  expect(isChanged(formOf(event), published)).toBe(false);
  expect(isChanged({ ...formOf(event), theme: '换个主题' }, published)).toBe(true);
  expect(eventChange(formOf(event), published).sessions).toBeUndefined();
  expect(eventChange(formOf(event), detailOf({ ...event, state: 'draft' })).sessions).toHaveLength(1);
});

test('a session at another time takes its deadlines along', () => {
  const session = aSession({ startsAt: '2026-09-02T01:00:00.000Z', closesAt: '2026-09-01T09:00:00.000Z' });
  const [form] = formOf(anEvent({ sessions: [session] })).sessions;
  const moved = movedTo(form!, '2026-09-09T01:00:00.000Z');
  expect(moved.setup.closesAt).toBe('2026-09-08T09:00:00.000Z');
  expect(moved.key).not.toBe(form!.key);
});

test('a draft may lack dates, what is published may not, and each error stands beside its field', () => {
  const form = emptyForm('居民');
  expect(lacksOf({ ...form, theme: '议事' }, { ready: false })).toEqual({});
  const lacks = lacksOf(form, { ready: true });
  expect(Object.keys(lacks)).toEqual([
    'theme',
    'sessions.0.startsAt',
    'sessions.0.endsAt',
    'sessions.0.venueId',
    'sessions.0.quotas.0.capacity',
  ]);
  expect(Object.keys(ofSession(lacks, 0))).toContain('quotas.0.capacity');
  const started = {
    ...newSession(null, '居民'),
    startsAt: '2026-09-02T01:00:00.000Z',
    endsAt: '2026-09-02T00:00:00.000Z',
  };
  expect(lacksOf({ ...form, theme: '议事', sessions: [started] }, { ready: false })).toMatchObject({
    'sessions.0.endsAt': '结束要晚于开始',
  });
});

test('every kind that is often held begins as a draft that can be saved, with a band of people', () => {
  for (const kind of KINDS) {
    const form = formOfKind(kind, '居民');
    expect(lacksOf(form, { ready: false })).toEqual({});
    expect(newEvent(form).headcount?.text).toMatch(/^\d+–\d+ 人$/);
  }
});

test('a rhythm is a rule', () => {
  const rhythm = { every: 'weekly' as const, weekdays: [3, 1], nth: '1', count: 8 };
  expect(ruleOf(rhythm)).toBe('FREQ=WEEKLY;BYDAY=MO,WE;COUNT=8');
  expect(ruleOf({ ...rhythm, every: 'fortnightly' })).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=8');
  expect(ruleOf({ ...rhythm, every: 'monthly', weekdays: [6], nth: '-1' })).toBe('FREQ=MONTHLY;BYDAY=-1SA;COUNT=8');
});

test('about when: thirds of a month and months, from now on, the last of a year before the first of the next', () => {
  const texts = windowsFrom(Date.parse('2026-11-22T02:00:00Z')).map(({ text }) => text);
  expect(texts.slice(0, 6)).toEqual(['11月下旬', '11月', '12月上旬', '12月中旬', '12月下旬', '12月']);
  expect(texts).toContain('2027年1月中旬');
  const [late] = windowsFrom(Date.parse('2027-02-22T02:00:00Z'));
  expect(late).toEqual({ text: '2月下旬', from: '2027-02-21', to: '2027-02-28', precision: 'tenDays' });
});
