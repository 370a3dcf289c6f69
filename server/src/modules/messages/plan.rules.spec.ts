import type { MessageKind } from '@openday/shared/messages';
import { laterAt, type Plan, planOf, type Reach, type Standing, type Tried } from './plan.rules';

const china = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00.000+08:00`);
const NOON = china('2026-09-05 12:00');
const NIGHT = china('2026-09-05 22:00');
const standing = (kind: MessageKind, more: Partial<Standing> = {}): Standing => ({
  kind,
  createdAt: china('2026-09-04 12:00'),
  startsAt: china('2026-09-06 09:00'),
  sameDay: false,
  holds: true,
  rings: kind === 'changed',
  ...more,
});
const all: Reach = { wanted: true, wechat: true, wechatOnceAllowed: true, sms: true };
const none: Reach = { wanted: true, wechat: false, wechatOnceAllowed: false, sms: false };
/** WeChat's question lies before them, or they said no. */
const asked: Reach = { ...all, wechat: false };
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
const tried = (channel: Tried['channel'], state: Tried['state']): Tried => ({ channel, state, tries: 1 });
const wechat: Plan = { do: 'send', channel: 'wechat' };
const sms: Plan = { do: 'send', channel: 'sms' };
const nothing: Plan = { do: 'nothing' };
const until = (moment: Date): Plan => ({ do: 'wait', until: moment });

/** At six in the morning, to a day of next week. */
const putOff = standing('changed', {
  ...{ createdAt: china('2026-09-06 06:09'), startsAt: china('2026-09-12 09:00'), sameDay: true },
});

const cases: [rule: string, Standing, Reach, Tried[], now: Date, Plan][] = [
  ['WeChat first', standing('registered'), all, [], NOON, wechat],
  ['SMS where WeChat cannot', standing('registered'), { ...all, wechat: false }, [], NOON, sms],
  ['just caused: its credit may come', standing('registered', { createdAt: NOON }), asked, [], NOON, until(after(15))],
  ['still none', standing('registered', { createdAt: NOON }), asked, [], after(15), until(after(90))],
  ['answered', standing('registered', { createdAt: NOON }), all, [], after(15), wechat],
  ['no is no: SMS', standing('registered', { createdAt: NOON }), asked, [], after(90), sms],
  ['nobody to ask: SMS at once', standing('registered', { createdAt: NOON }), { ...none, sms: true }, [], NOON, sms],
  ['no tap asks for it: SMS at once', standing('changed', { createdAt: NOON }), asked, [], NOON, sms],
  ['SMS where WeChat was refused', standing('changed'), all, [tried('wechat', 'refused')], NOON, sms],
  ['the same channel where it said later', standing('changed'), all, [tried('wechat', 'later')], NOON, wechat],
  ['sent is done, by whatever channel', standing('changed'), all, [tried('wechat', 'sent')], NOON, nothing],
  [
    'marked and left: counted as lost',
    standing('changed'),
    all,
    [tried('sms', 'sending')],
    NOON,
    { do: 'lose', channel: 'sms', tries: 1 },
  ],
  [
    'unknown: not again, not otherwise, but rung',
    standing('changed'),
    all,
    [tried('wechat', 'unknown')],
    NOON,
    { do: 'ring', why: 'unknown' },
  ],
  ['unknown of what nobody is rung about', standing('registered'), all, [tried('wechat', 'unknown')], NOON, nothing],
  ['nobody reached: rung', standing('changed'), none, [], NOON, { do: 'ring', why: 'unreached' }],
  [
    'rung also at night: the unit looks in the morning',
    standing('changed'),
    none,
    [],
    NIGHT,
    { do: 'ring', why: 'unreached' },
  ],
  ['a follower is not rung', standing('changed', { rings: false }), none, [], NOON, nothing],
  [
    'refused everywhere: rung',
    standing('changed'),
    all,
    [tried('wechat', 'refused'), tried('sms', 'refused')],
    NOON,
    { do: 'ring', why: 'unreached' },
  ],
  ['turned off: neither sent nor rung', standing('changed'), { ...all, wanted: false }, [], NOON, nothing],
  ['overtaken: nothing', standing('registered', { holds: false }), all, [], NOON, nothing],
  ['quiet at night', standing('changed'), all, [], NIGHT, until(china('2026-09-06 08:00'))],
  [
    'a change on the day itself is not',
    standing('changed', { startsAt: china('2026-09-05 23:00') }),
    all,
    [],
    NIGHT,
    wechat,
  ],
  ['nor what was to be today, and is put off', putOff, all, [], china('2026-09-06 06:10'), wechat],
  ['which can wait once it is over', putOff, all, [], china('2026-09-07 00:01'), until(china('2026-09-07 08:00'))],
  [
    'and what is lost is lost at night too',
    standing('changed'),
    all,
    [tried('wechat', 'sending')],
    NIGHT,
    { do: 'lose', channel: 'wechat', tries: 1 },
  ],
];

test.each(cases)('%s', (_, message, reach, before, now, plan) => {
  expect(planOf(message, reach, before, now)).toEqual(plan);
});

test('later is three times, then no more', () => {
  const minutes = [1, 2, 3, 4].map((tries) => {
    const at = laterAt(tries, NOON);
    return at && (at.getTime() - NOON.getTime()) / 60_000;
  });
  expect(minutes).toEqual([1, 5, 15, null]);
});
