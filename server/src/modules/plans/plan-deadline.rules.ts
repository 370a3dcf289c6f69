import { dayOf } from './plan-calendar.rules';
import { type Finding, finding } from './plan-sheet.rules';
import { narrow, tight } from './plan-words.rules';

export interface DeadlineReading {
  /** Last moment to register, local `YYYY-MM-DDTHH:MM`; null where the sheet leaves room for doubt. */
  closesAt: string | null;
  findings: Finding[];
}

const DAY = '(?:(20\\d{2})年)?(\\d{1,2})月(\\d{1,2})日';
const CLOCK = '(上午|下午|中午|晚上)?(?:(\\d{1,2})(?:[:点时](\\d{2})?)(?:分|时|整)?)?';
/** 8月24日前 · 9月15日12:00时截止 · 报名截止时间为11月14日18:00 */
const BEFORE = new RegExp(`${DAY}(?:\\([^()]{0,8}\\))?${CLOCK}(?:之前|以前|前(?!往|来|后)|截止|止)`, 'g');
const UNTIL = new RegExp(
  `(?:截止|截至|止于)(?:时间|日期)?(?:为|至|到|:|于)*${DAY}(?:\\([^()]{0,8}\\))?${CLOCK}(?:之?前)?`,
  'g',
);
/** 619日前: a day that lost a sign. */
const DAMAGED = /(?<![\d月])\d{3,4}日(?:之?前|截止)/;
const REGISTERING = /报名|预约|登记|截止|报送|拨打/;

/** What a row says of the last moment to register. `eventDay` is the one day it takes place, or null. */
export function readDeadline(text: string, year: number | null, eventDay: string | null): DeadlineReading {
  const line = tight(narrow(text)).replace(/号/g, '日').slice(0, 6_000);
  if (!REGISTERING.test(line)) return { closesAt: null, findings: [] };
  const told = [...line.matchAll(UNTIL), ...line.matchAll(BEFORE)].find(({ index }) =>
    REGISTERING.test(line.slice(Math.max(0, index - 40), index + 60)),
  );
  if (!told) {
    const damaged = DAMAGED.exec(line)?.[0];
    return { closesAt: null, findings: damaged ? [ambiguous(damaged, '写坏了')] : [] };
  }
  const [raw, y, month, date, half, hour, minute] = told;
  const day = dayOf(Number(y ?? year ?? 0), Number(month), Number(date));
  const findings: Finding[] = [];
  const clocked = hour !== undefined;
  // 截止 to a day counts the day; 前 leaves it open.
  if (!clocked && /前$/.test(raw)) findings.push(ambiguous(raw, '含不含当天不清楚'));
  else if (!day && (y || year)) findings.push(ambiguous(raw, '没有这一天'));
  if (day && day === eventDay) {
    findings.push(finding('deadline_same_day', 'time', `“${raw}”和活动是同一天，请核对。`, raw));
  }
  return { closesAt: day && clocked ? `${day}T${clockOf(half, hour, minute)}` : null, findings };
}

function ambiguous(raw: string, why: string): Finding {
  return finding('deadline_ambiguous', 'time', `“${raw}”${why}，请定下报名截止时间。`, raw);
}

function clockOf(half: string | undefined, hour: string, minute: string | undefined): string {
  const late = (half === '下午' || half === '晚上') && Number(hour) < 12;
  return `${String(Number(hour) + (late ? 12 : 0)).padStart(2, '0')}:${minute ?? '00'}`;
}
