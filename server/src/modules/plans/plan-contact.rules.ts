import type { PlanContact } from '@openday/shared/plans';
import { type Finding, finding } from './plan-sheet.rules';
import { narrow } from './plan-words.rules';

export interface ContactReading {
  contacts: PlanContact[];
  /** What is left in the cell that is neither a name, an office nor a number. */
  stray: string | null;
  findings: Finding[];
}

type Word =
  | { kind: 'phone'; phone: string }
  | { kind: 'short'; phone: string }
  | { kind: 'name'; name: string }
  | { kind: 'stray'; raw: string };

const LABEL =
  /(?:联系人|负责人|联络人|经办人|联系电话|联系方式|办公电话|咨询电话|报名电话|手机号码?|手机|座机|电话|姓名)\s*(?:及|和|\/)?\s*:?/g;
const AREA = '0(?:10|2\\d|[3-9]\\d{2})';
const EXTENSION = '(?:\\s*(?:转|-)\\s*\\d{1,5}(?!\\d))?';
const PHONE = new RegExp(
  [
    '(?<mobile>(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d))',
    `(?<land>(?<!\\d)(?:\\(${AREA}\\)|${AREA})\\s*-?\\s*\\d{7,8}${EXTENSION}(?!\\d))`,
    '(?<service>(?<!\\d)(?:400-?\\d{3,4}-?\\d{3,4}|12345|1[12]\\d{3}|1[12]\\d)(?!\\d))',
    '(?<short>(?<!\\d)[2-9]\\d{6,7}(?!\\d))',
  ].join('|'),
  'g',
);
/** An office stands for a person: 办公室, 党政综合办, 政策法规科. */
const OFFICE = /(?:办公室|综合办|党政办|[办科室股处队站所局组部厅]|中心|窗口|热线|委员会)$/;
/** What is said of a number, and is nobody's name. */
const REMARK =
  /^(?:传真|工作日|上班时间|工作时间|微信|微信同号|同微信|手机|座机|短号|内线|值班|报名|咨询|预约|转|或|或者|及|和|白天|夜间|周一|周五)$/;
/** No cell names more people; the rest is not looked at. */
const LONGEST = 1_000;
const TITLE = /^(?:主任|科长|局长|所长|站长|书记|队长|部长|经理|老师|同志|女士|先生|[男女])$/;

/** 联系人及电话 as the sheet writes it → people or offices with their numbers, in order. */
export function readContacts(text: string): ContactReading {
  const findings: Finding[] = [];
  const words = contactWords(text.slice(0, LONGEST), findings);
  const contacts: PlanContact[] = [];
  let waiting: string[] = [];
  let area: string | null = null;
  let open: PlanContact[] = [];
  const strays: string[] = [];
  for (const word of words) {
    if (word.kind === 'stray') strays.push(word.raw);
    if (word.kind === 'name') {
      if (waiting.length === 0) open = [];
      waiting.push(word.name);
    }
    if (word.kind !== 'phone' && word.kind !== 'short') continue;
    const phone: string = word.kind === 'short' && area ? `${area}-${word.phone}` : word.phone;
    if (word.kind === 'phone') area = /^(0\d{2,3})-/.exec(phone)?.[1] ?? area;
    if (waiting.length > 0) {
      open = waiting.map((name) => ({ name, phones: [] }));
      contacts.push(...open);
      waiting = [];
    } else if (open.length === 0) {
      open = [{ name: '', phones: [] }];
      contacts.push(...open);
    }
    for (const contact of open) contact.phones.push(phone);
  }
  contacts.push(...waiting.map((name) => ({ name, phones: [] })));
  return { contacts: pairUp(contacts), stray: strays.join(' ') || null, findings };
}

const NAMED = /(?:联系|联络|负责|经办)[人员]?\s*[:：]\s*([\u4e00-\u9fff·]{2,4})(?![\u4e00-\u9fff])/;
const NAMED_AFTER = /^\s*[,，;；]?\s*(?:联系|联络)人\s*[:：]\s*([\u4e00-\u9fff·]{2,4})(?![\u4e00-\u9fff])/;
const CALL = /(?:电话|热线|拨打|致电|手机|[:：（(\s])\s*[:：]?\s*$/;

/** The names and numbers a notice's sentences give to call, as one cell; null when there are none. */
export function contactsIn(text: string): string | null {
  const line = narrow(text.slice(0, 8_000)).replace(/[－–—―‐‑─−]+/g, '-');
  const found = new Map<string, string>();
  let at = 0;
  for (const match of line.matchAll(PHONE)) {
    const before = line.slice(at, match.index);
    const after = line.slice(match.index + match[0].length);
    const name = NAMED.exec(before)?.[1] ?? NAMED_AFTER.exec(after)?.[1] ?? '';
    const called = name !== '' || CALL.test(before) || (at > 0 && /^[\s/、,，;；或]*$/.test(before));
    const phone = match[0].trim();
    if (called && !/[@\w]$/.test(before)) found.set(phone, found.get(phone) || name);
    at = match.index + match[0].length;
  }
  return [...found].map(([phone, name]) => `${name} ${phone}`.trim()).join(' ') || null;
}

/** Whether the text holds a number one could call. */
export function holdsPhone(text: string): boolean {
  return normalContact(text.slice(0, LONGEST)).search(PHONE) >= 0;
}

/** 张三 李四 / 号码 号码: as many names as numbers belong one to one. */
function pairUp(contacts: PlanContact[]): PlanContact[] {
  const [first] = contacts;
  const [numbers, names] = [
    contacts.filter(({ name }) => name === ''),
    contacts.filter(({ phones }) => phones.length === 0),
  ];
  // 13800000001（张三）: a name behind its number.
  if (numbers.length > 0 && numbers.length === names.length && numbers.length * 2 === contacts.length)
    return numbers.map(({ phones }, i) => ({ name: names[i]!.name, phones }));
  const together = contacts.length > 1 && contacts.every(({ phones }) => phones.join() === first!.phones.join());
  if (!together || first!.phones.length !== contacts.length) return contacts;
  return contacts.map(({ name }, i) => ({ name, phones: [first!.phones[i]!] }));
}

/** A number broken over two lines, and only such: what is whole on its own line stays. */
function mended(text: string): string {
  return text.replace(
    /(?<![\d-])(\d[\d-]{0,16})[ \t]{0,4}\n[ \t]{0,4}(\d[\d-]{0,16})/g,
    (raw, head: string, tail: string) => {
      const whole = new RegExp(`^(?:1[3-9]\\d{9}|${AREA}-?\\d{7,8}|[2-9]\\d{6,7})$`);
      return !whole.test(head) && whole.test(head + tail) ? head + tail : raw;
    },
  );
}

function normalContact(text: string): string {
  return mended(narrow(text).replace(/[－–—―‐‑─−]+/g, '-'))
    .replace(/[－–—―‐‑─−]+/g, '-')
    .replace(/[、，,;；|]/g, '/')
    .replace(/-\s*\n\s*/g, '-')
    .replace(/--+/g, '-')
    .replace(LABEL, ' / ');
}

function contactWords(text: string, findings: Finding[]): Word[] {
  const line = normalContact(text);
  const words: Word[] = [];
  let at = 0;
  for (const match of line.matchAll(PHONE)) {
    words.push(...nameWords(line.slice(at, match.index), findings));
    words.push(phoneWord(match));
    at = match.index + match[0].length;
  }
  words.push(...nameWords(line.slice(at), findings));
  return words;
}

function phoneWord(match: RegExpMatchArray): Word {
  const { land, short, mobile } = match.groups ?? {};
  if (short) return { kind: 'short', phone: short };
  const digits = match[0].replace(/\s/g, '');
  if (mobile) return { kind: 'phone', phone: digits.replace(/^\+?86-?/, '').replace(/-/g, '') };
  if (!land) return { kind: 'phone', phone: digits };
  const [, area, rest] = new RegExp(`^\\(?(${AREA})\\)?-?(.*)$`).exec(digits)!;
  return { kind: 'phone', phone: `${area}-${rest}` };
}

/** Names and offices between two numbers; digits that are no number are damage or stray. */
function nameWords(text: string, findings: Finding[]): Word[] {
  const spaced = text.replace(
    /(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \t]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])/g,
    (raw, a, b) => {
      findings.push(finding('spacing', 'contact', `姓名“${raw}”中间的空格已去掉。`, raw));
      return `${a}${b}`;
    },
  );
  if (/\d/.test(spaced)) return damagedWords(spaced, findings);
  return spaced
    .split(/[\s/:()-]+/)
    .filter((part) => /[\u4e00-\u9fffA-Za-z]/.test(part) && !TITLE.test(part) && !REMARK.test(part))
    .map((part) => {
      const isName =
        /^(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}[·•][\u4e00-\u9fff·•]{1,10})$/.test(part) ||
        (OFFICE.test(part) && part.length <= 16);
      return isName ? { kind: 'name', name: part } : { kind: 'stray', raw: part };
    });
}

function damagedWords(text: string, findings: Finding[]): Word[] {
  const words: Word[] = [];
  const raw = text.replace(/^[\s/]+|[\s/]+$/g, '');
  const number = /\d[\d -]{4,}\d/.exec(raw);
  if (!number) return [{ kind: 'stray', raw }];
  findings.push(finding('contact_damaged', 'contact', `“${number[0]}”不像完整的电话，请核对。`, number[0]));
  words.push(...nameWords(raw.replace(number[0], '/'), findings));
  return words;
}
