import { dayOfSerial } from './plan-calendar.rules';
import { chineseNumber, narrow } from './plan-words.rules';

type TenDays = '上旬' | '中旬' | '下旬';

/** One word of a planned time; numbers as written, nothing inherited yet. */
export type TimeWord =
  | { kind: 'day'; year: number | null; month: number | null; day: number; raw: string }
  | { kind: 'tenDays'; year: number | null; month: number | null; first: TenDays; last: TenDays; raw: string }
  | { kind: 'month'; year: number | null; first: number; last: number; raw: string }
  | { kind: 'year'; year: number; raw: string }
  | { kind: 'clock'; hour: number; minute: number; raw: string }
  | { kind: 'half'; half: string; raw: string }
  | { kind: 'weekday'; weekday: string; relative: boolean; raw: string }
  | { kind: 'recurring'; raw: string }
  | { kind: 'tentative'; raw: string }
  | { kind: 'before'; raw: string }
  | { kind: 'since'; raw: string }
  | { kind: 'except'; raw: string }
  | { kind: 'nextYear'; raw: string }
  | { kind: 'dash'; raw: string }
  | { kind: 'and'; raw: string }
  | { kind: 'damaged'; raw: string }
  | { kind: 'unknown'; raw: string };

type Make = (m: RegExpExecArray) => TimeWord[];
const num = (text: string | undefined): number | null => (text ? Number(text) : null);
const tenDaysOf = (sign: string): TenDays => `${sign}旬` as TenDays;
const QUARTERS = '一二三四';
const TEN_DAYS = '上中下';

/** The grammar, tried in this order at every place. */
const WORDS: readonly (readonly [RegExp, Make])[] = [
  [
    /20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/y,
    ([raw]) => [ymd(raw, raw.slice(0, 4), raw.slice(4, 6), raw.slice(6))],
  ],
  [/(20\d{2})年(\d{1,2})月(\d{1,2})日/y, ([raw, y, m, d]) => [ymd(raw, y, m, d)]],
  [/(20\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?: 0?0:00(?::00)?)?/y, ([raw, y, , m, d]) => [ymd(raw, y, m, d)]],
  [
    /(?:(20\d{2})年)?(\d{1,2})月份?的?([上中下])旬?[-、和及]([上中下])旬/y,
    ([raw, y, m, a, b]) => [
      { kind: 'tenDays', year: num(y), month: num(m), first: tenDaysOf(a!), last: tenDaysOf(b!), raw },
    ],
  ],
  [
    /(?:(20\d{2})年)?(\d{1,2})月份?的?([上中下])([上中下])?旬/y,
    ([raw, y, m, a, b]) => {
      const [first, last] = [a!, b ?? a!].sort((one, other) => TEN_DAYS.indexOf(one) - TEN_DAYS.indexOf(other));
      return [{ kind: 'tenDays', year: num(y), month: num(m), first: tenDaysOf(first!), last: tenDaysOf(last!), raw }];
    },
  ],
  [
    /([上中下])旬/y,
    ([raw, a]) => [{ kind: 'tenDays', year: null, month: null, first: tenDaysOf(a!), last: tenDaysOf(a!), raw }],
  ],
  [/(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})(?:日|(?=[-、/和及]\d))/y, ([raw, y, m, d]) => [ymd(raw, y, m, d)]],
  [
    /(?:(20\d{2})年)?(\d{1,2})(?:月份?)?[-/、和及](?:当年)?(\d{1,2})月份?(?!\d)/y,
    ([raw, y, a, b]) => [{ kind: 'month', year: num(y), first: Number(a), last: Number(b), raw }],
  ],
  [
    /(?:(20\d{2})年)?(\d{1,2})月份?(?:初|底|末|中(?!午)|第[一二三四五1-5]个?周)?(?![\d日])/y,
    ([raw, y, m]) => [{ kind: 'month', year: num(y), first: Number(m), last: Number(m), raw }],
  ],
  [
    /(?:(20\d{2})年)?(?:第?([一二三四1-4])季度)/y,
    ([raw, y, q]) => {
      const n = QUARTERS.includes(q!) ? QUARTERS.indexOf(q!) : Number(q) - 1;
      return [{ kind: 'month', year: num(y), first: n * 3 + 1, last: n * 3 + 3, raw }];
    },
  ],
  [
    /(?:(20\d{2})年)?([上下])半年/y,
    ([raw, y, h]) => [{ kind: 'month', year: num(y), first: h === '上' ? 1 : 7, last: h === '上' ? 6 : 12, raw }],
  ],
  [/(?:(20\d{2})年)?全年/y, ([raw, y]) => [{ kind: 'month', year: num(y), first: 1, last: 12, raw }]],
  [
    /(20\d{2})[-/.](\d{1,2})(?![\d.:/-])/y,
    ([raw, y, m]) => [{ kind: 'month', year: num(y), first: Number(m), last: Number(m), raw }],
  ],
  [/(20\d{2})年度?(?!\d)/y, ([raw, y]) => [{ kind: 'year', year: Number(y), raw }]],
  [
    /(\d{1,2})-(\d{1,2})(?:点|时)(?!\d)/y,
    ([raw, a, b]) => [
      clock(a!, a!, '00'),
      { kind: 'dash', raw: '-' },
      clock(raw.slice(raw.indexOf('-') + 1), b!, '00'),
    ],
  ],
  [/(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)(?:时|分)?/y, ([raw, h, m]) => [clock(raw, h!, m!)]],
  [
    /(\d{1,2})(?:点|时)(?:(\d{1,2})分?(?!\d)|(半)|整)?/y,
    ([raw, h, m, half]) => [clock(raw, h!, half ? '30' : (m ?? '00'))],
  ],
  [/(\d{1,2})日/y, ([raw, d]) => [{ kind: 'day', year: null, month: null, day: Number(d), raw }]],
  [
    /(\d{1,2})(?=(?:[-、/和及]\d{1,2}){0,30}[-、/和及]\d{1,2}日)/y,
    ([raw, d]) => [{ kind: 'day', year: null, month: null, day: Number(d), raw }],
  ],
  [
    /(\d{1,2})[./](\d{1,2})(?![\d.:/])/y,
    ([raw, m, d]) => [{ kind: 'day', year: null, month: Number(m), day: Number(d), raw }],
  ],
  [
    /(?:周末|双休日?|(?:法定)?节假日|周六日?|周日|国家法定节假日)(?:[、和及](?:周末|双休日|(?:法定)?节假日))?除外/y,
    ([raw]) => [{ kind: 'except', raw }],
  ],
  [
    /(?:自|从)?(?:即日|现在)起?|起(?!止)|为期[一二两三四五六七八九十\d]+[天周个]月?|连续[一二两三四五六七八九十\d]+[天周]/y,
    ([raw]) => [{ kind: 'since', raw }],
  ],
  [
    /(?:每月(?:的)?\d{1,2}日(?:[-、和及]\d{1,2}日){0,8}|每(?:个)?(?:周|星期|礼拜)(?:[一二三四五六日天](?:[-、和及]?(?:周|星期)?[一二三四五六日天])*)?|每(?:个)?(?:[一两二三四五六双单\d]个?)?(?:开放)?(?:月|季度|季|年|半年|天|日|工作日|周末|双休日)份?(?:的?第?[一二三四五\d]+个?(?:周|星期)[一二三四五六日天]?|(?:的)?最后一个?(?:周|星期|工作日)[一二三四五六日天]?)?|(?:周|星期)[一二三四五六日天](?:-|、)(?:周|星期)?[一二三四五六日天]|(?:法定)?工作日|周末|双休日|常年|长期|不定期|定期)(?:各?(?:开放|举办|开展|组织|不少于|至少)*[一二两三四\d]+[次场])?/y,
    ([raw]) => [{ kind: 'recurring', raw }],
  ],
  [
    /(本|下|上|当)?(?:周|星期|礼拜)([一二三四五六日天])/y,
    ([raw, rel, d]) => [{ kind: 'weekday', weekday: d!, relative: Boolean(rel), raw }],
  ],
  [
    /上午|下午|中午|晚上|晚间|傍晚|早上|早晨|清晨|凌晨|夜间|午后|全天|整天|早|晚/y,
    ([raw]) => [{ kind: 'half', half: raw, raw }],
  ],
  [
    /暂定|拟定|初定|拟于|拟|预计|计划|左右|前后|如有(?:变动|变化|调整)[^\d]{0,16}|(?:具体|活动|开放)?(?:时间|日期)?(?:另行|再行|将)?(?:通知|待定|待通知|未定|另定)|由[^-、,()\d]{1,12}(?:决定|确定|安排)|(?:具体)?(?:时间)?(?:以|视|根据|按)[^-、,()\d]{0,12}(?:为准|而定|情况|通知|安排|确定)/y,
    ([raw]) => [{ kind: 'tentative', raw }],
  ],
  [/(?:之|以)?前/y, ([raw]) => [{ kind: 'before', raw }]],
  [/次年|翌年|来年/y, ([raw]) => [{ kind: 'nextYear', raw }]],
  [/-/y, ([raw]) => [{ kind: 'dash', raw }]],
  [
    /[、,;。.和及与或()[\] ]|(?:活动|开放|具体|举办|开展)?(?:时间|日期)[:为]?|:|期间|举行|举办|开展|开始|进行|共|份|的|在|于|内|自|从|早(?=\d)|(?:全年|每年)?(?:开放|活动)?(?:频次|次数)?(?:不少于|至少|共)?\d+[次场期批]|\d+(?:个?小时|分钟)|开放|活动|对外|参观|(?:国庆|中秋|春节|元旦|清明|端午|五一|劳动节|重阳|暑假|暑期|寒假|开学)节?(?:期间|前后|假期)?|雨天顺延|(?:遇雨|节假日|下雨)?顺延/y,
    ([raw]) => [{ kind: 'and', raw }],
  ],
  [/(\d{5})(?![\d:.年月日时点/-])/y, ([raw, serial]) => [serialWord(raw, Number(serial))]],
  [/\d[\d:.年月日时分点/]*|月日/y, ([raw]) => [{ kind: 'damaged', raw }]],
  [/[A-Za-z]+|[^\d\-、,;。()[\] :A-Za-z]/y, ([raw]) => [{ kind: 'unknown', raw }]],
];

/** A time cell as words of the grammar; what the grammar does not know comes as `unknown` or, with digits, `damaged`. */
export function timeWords(text: string): TimeWord[] {
  const line = normalTime(text).slice(0, LONGEST);
  const words: TimeWord[] = [];
  for (let at = 0; at < line.length; ) {
    const step = wordAt(line, at);
    words.push(...step.words);
    at = step.end;
  }
  return words;
}

/** No time is longer; what is, is no time. */
const LONGEST = 300;

/** One script for one sign: half-width, one dash, no space except between two numbers. */
function normalTime(text: string): string {
  return narrow(text)
    .replace(/[－–—―‐‑~～〜─至到−]/g, '-')
    .replace(/[，,；;]/g, '、')
    .replace(/[号號](?!楼|院|厅|室)/g, '日')
    .replace(/[：﹕]/g, ':')
    .replace(/元月/g, '1月')
    .replace(/[〇○零一二三四五六七八九十两]{1,4}(?=[年月日点时分])/g, (numeral, at: number, all: string) =>
      /[周期第每]$/.test(all.slice(0, at)) ? numeral : digitsOf(numeral),
    )
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d) | (?!\d)/g, '')
    .replace(/-{2,}/g, '-');
}

/** 二〇二五 → 2025, 十五 → 15. */
function digitsOf(numeral: string): string {
  if (numeral.length === 4 || /[〇○零]/.test(numeral))
    return [...numeral].map((sign) => '〇一二三四五六七八九'.indexOf(sign.replace(/[○零]/, '〇'))).join('');
  return String(chineseNumber(numeral) ?? numeral);
}

function wordAt(line: string, at: number): { words: TimeWord[]; end: number } {
  const inNumber = at > 0 && /\d/.test(line[at]!) && /\d/.test(line[at - 1]!);
  for (const [pattern, make] of WORDS) {
    pattern.lastIndex = at;
    const match = inNumber ? null : pattern.exec(line);
    if (match) return { words: make(match), end: at + match[0].length };
  }
  return { words: [{ kind: 'damaged', raw: line[at]! }], end: at + 1 };
}

function ymd(raw: string, y: string | undefined, m: string | undefined, d: string | undefined): TimeWord {
  return { kind: 'day', year: num(y), month: num(m), day: Number(d), raw };
}

/** An Excel serial number that lost its date format. */
function serialWord(raw: string, serial: number): TimeWord {
  const day = dayOfSerial(serial);
  return day ? ymd(raw, day.slice(0, 4), day.slice(5, 7), day.slice(8)) : { kind: 'damaged', raw };
}

function clock(raw: string, hour: string, minute: string): TimeWord {
  return { kind: 'clock', hour: Number(hour), minute: Number(minute), raw };
}
