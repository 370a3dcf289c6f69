import type { AttendanceRow } from '@openday/shared/reports';
import type { Event } from '../events/event.entity';
import type { SessionRow } from '../events/session.presenter';
import type { Cell, Column } from './table.rules';
import { FORM_WORDS, MODE_WORDS, momentWords, percent, STATE_WORDS, sheetTime, UNDATED } from './words.rules';

/** The columns of a plan sheet, by the names units give them. */
export const PLAN_COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '活动时间', width: 30 },
  { title: '活动主题', width: 28 },
  { title: '活动内容', width: 48 },
  { title: '活动形式', width: 20 },
  { title: '活动地点', width: 24 },
  { title: '面向对象', width: 18 },
  { title: '拟参加人数', width: 14 },
  { title: '承办单位', width: 22 },
  { title: '联系人及电话', width: 24 },
];

const FIVE_COLUMNS: Column[] = [
  { title: '计划（最少）', width: 12 },
  { title: '计划（最多）', width: 12 },
  { title: '名额', width: 8 },
  { title: '报名', width: 8 },
  { title: '签到', width: 8 },
  { title: '现场计数', width: 10 },
];

/** As a plan sheet has them, then the five numbers. */
export const SESSION_COLUMNS: Column[] = [...PLAN_COLUMNS, ...FIVE_COLUMNS, { title: '状态', width: 10 }];

export function presentSessionLine({ session, event, venue }: SessionRow, figures: AttendanceRow): Cell[] {
  return [
    ...presentPlanned(event, figures.organizer.name, {
      time: sheetTime(session.startsAt, session.endsAt),
      place: placeWords(venue),
    }),
    ...five(figures),
    STATE_WORDS[figures.state],
  ];
}

/** Of an event without a date: the time in the words of its plan, nothing that only a session has. */
export function presentUndatedLine({ event, unit }: { event: Event; unit: string }): Cell[] {
  const { plannedMin, plannedMax, windowText } = event;
  const none = [null, null, null, null];
  return [...presentPlanned(event, unit, { time: windowText, place: null }), plannedMin, plannedMax, ...none, UNDATED];
}

export const placeWords = ({ name, address }: { name: string; address?: string | null }): string =>
  [name, address].filter(Boolean).join(' ');

/** An event in the columns of a plan sheet, its number left out. */
export function presentPlanned(event: Event, unit: string, at: { time: string | null; place: string | null }): Cell[] {
  return [
    at.time,
    event.theme,
    event.content,
    event.forms.map((form) => FORM_WORDS[form]).join('、'),
    at.place,
    event.audience,
    event.plannedText,
    unit,
    [event.contactName, event.contactPhone].filter(Boolean).join(' '),
  ];
}

export const ATTENDANCE_COLUMNS: Column[] = [
  { title: '开始', width: 18 },
  { title: '结束', width: 18 },
  { title: '活动主题', width: 28 },
  { title: '承办单位', width: 22 },
  { title: '报名方式', width: 10 },
  { title: '状态', width: 10 },
  ...FIVE_COLUMNS,
  { title: '其中现场来的', width: 12 },
  { title: '报名占名额（%）', width: 14 },
  { title: '签到占报名（%）', width: 14 },
];

export function presentAttendanceLine({ session }: SessionRow, figures: AttendanceRow): Cell[] {
  const registeredIn = figures.checkedIn === null ? null : figures.checkedIn - (figures.walkIns ?? 0);
  return [
    momentWords(session.startsAt),
    momentWords(session.endsAt),
    figures.theme,
    figures.organizer.name,
    MODE_WORDS[figures.mode],
    STATE_WORDS[figures.state],
    ...five(figures),
    figures.walkIns,
    percent(figures.registered, figures.registered === null ? null : figures.capacity),
    percent(registeredIn, figures.registered),
  ];
}

const five = ({ planned, capacity, registered, checkedIn, handCount }: AttendanceRow): Cell[] => [
  planned?.min ?? null,
  planned?.max ?? null,
  capacity,
  registered,
  checkedIn,
  handCount,
];
