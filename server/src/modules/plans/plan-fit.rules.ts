import type { PlanField } from '@openday/shared/plan-fields';
import { readContacts } from './plan-contact.rules';
import { formOf, isWholeForm } from './plan-form.rules';
import { readHeadcount } from './plan-headcount.rules';
import { timeWords } from './plan-time-words.rules';
import { UNIT_END } from './plan-unit.rules';
import { bare, narrow, unbalanced, widthOf } from './plan-words.rules';

/** Widest line of a column in Han characters, learned from the sheet itself. */
export type ColumnWidths = Partial<Record<PlanField, number>>;

/** The longest text a cell of a field is ever tried with. */
export const LONGEST: Record<PlanField, number> = {
  no: 8,
  time: 70,
  theme: 160,
  content: Number.POSITIVE_INFINITY,
  headcount: 80,
  unit: 90,
  contact: 140,
  form: 70,
  audience: 200,
  venue: 160,
  note: 200,
};

const MISSING: Record<PlanField, number> = {
  no: -2,
  time: -8,
  theme: -8,
  content: -4,
  headcount: -4,
  unit: -6,
  contact: -4,
  form: -3,
  audience: -3,
  venue: -3,
  note: 0,
};

const OPENS_CONTENT =
  /^(?:\d[.、]|[一（(]|邀请|组织|通过|走进|前往|在|围绕|开展|举办|召开|以|为|向|对|工作人员|现场|参观|拟|结合|面向|介绍|宣传)/;
const PLACE_END =
  /(?:中心|大厅|厅|室|居委会|村委会|社区|广场|公园|园区?|学校|中学|小学|局|所|站|馆|基地|示范区|村|镇|街道|街|楼|院|路|号|场|公司|小区|食堂|正门|[东南西北]门|队|库|工地|校区|[一二三四五六七八九十\d]层|圩)(?:[（(].*[）)])?$/;
const PEOPLE = /群众|居民|市民|代表|企业|商户|学生|家长|委员|公众|党员|师生|人员|业主/;

/** A clock or a weekday: only a time cell has one at its beginning. */
const CLOCK = /^[（(]?(?:星期|周)[一二三四五六日]|^[上下]午|^午\d|^[—–-]?\d{1,2}(?:[:：]\d{2}|[时点日号月])/;
/** A number that belongs to what stands before. */
const LOOSE_NUMBER = /^\d{1,3}(?=[市县区镇乡村生群居]|[\u4e00-\u9fff]{6})(?!号|楼|室|路)/;
/** Where a date or a count has begun already. */
const BEGUN = /(?<!\d)\d{1,2}月?$/;
const WORDY = new Set<PlanField>(['theme', 'content', 'unit', 'form', 'audience', 'venue']);
/** What only stands behind a count. */
const BEHIND_COUNT = /^(?:余?人(?![\u4e00-\u9fff])|人?以[内上]|人?左右|家企业|[名位](?![\u4e00-\u9fff]))/;
/** What only stands behind a place. */
const BEHIND_PLACE =
  /^(?:人(?!社|大|民|力|武|才)|名|位|余人|大厅|会议室|报告厅|[一二三四五六七八九十\d]+楼|室|厅|楼|内|门口)/;
/** The end of a place that would be an odd beginning of a theme. */
const ROOM = /(?:会议室|报告厅|大厅|[一二三四五六七八九十\d]楼)$/;

/** How well a text suits a field: above zero when it looks like one, far below when it cannot be one. */
export function fitOf(field: PlanField, text: string, widths: ColumnWidths): number {
  const flat = bare(text);
  if (!flat) return MISSING[field];
  const misplaced = field !== 'time' && CLOCK.test(flat) ? 12 : field !== 'time' && LOOSE_NUMBER.test(flat) ? 3 : 0;
  const begun = WORDY.has(field) && BEGUN.test(flat) ? 3 : 0;
  return FITS[field](text, flat) + wrapFit(field, text, widths) - misplaced - begun;
}

const FITS: Record<PlanField, (text: string, flat: string) => number> = {
  no: (_, flat) => (/^\d{1,3}[.、]?$/.test(flat) ? 6 : -12),
  time: fitTime,
  headcount: fitHeadcount,
  contact: fitContact,
  unit: (_, flat) => {
    const odd = BEHIND_PLACE.test(flat) ? 6 : 0;
    const tidy = flat.replace(/^.{0,60}?[）)]$/, '');
    const ends = UNIT_END.test(flat) || UNIT_END.test(tidy) ? 6 : -3;
    return (
      ends -
      odd -
      (/[，。；！？“”]/.test(flat) ? 8 : 0) -
      Math.max(0, flat.length - 30) * 0.3 -
      (/\d{3,}/.test(flat) ? 8 : 0)
    );
  },
  theme: (text, flat) => {
    const length = flat.length < 3 ? -4 : 3 - Math.max(0, flat.length - 36) * 0.3;
    const opens = /^(?:邀请|组织|工作人员)/.test(flat) || ROOM.test(text.split('\n')[0]!) ? 3 : 0;
    return length - opens - (/。./.test(flat) ? 4 : 0) - unbalanced(flat) * 5 - (/\d{7,}/.test(flat) ? 8 : 0);
  },
  content: (_, flat) => {
    const opens = OPENS_CONTENT.test(flat) ? 4 : 0;
    const ends = /[。！；]$/.test(flat) ? 2 : 0;
    return (
      opens +
      ends +
      (flat.length > 20 ? 3 : 0) -
      unbalanced(flat) * 3 -
      (/1[3-9]\d{9}|0\d{2,3}-?\d{7}/.test(flat) ? 6 : 0)
    );
  },
  form: (text) => Math.max(fitForms(text.split('\n').join('')), fitForms(text)),
  audience: (_, flat) =>
    (PEOPLE.test(flat) ? 3 : -3) -
    (/^(?:交流|宣讲|解读|观摩|体验|[、，])/.test(flat) ? 4 : 0) -
    (/。./.test(flat) ? 4 : 0),
  venue: (_, flat) =>
    (PLACE_END.test(flat) ? 4 : -2) -
    (PEOPLE.test(flat) && !PLACE_END.test(flat) ? 4 : 0) -
    (/[。；]/.test(flat) ? 4 : 0) -
    Math.max(0, flat.length - 40) * 0.2,
  note: () => 0,
};

function fitForms(text: string): number {
  const words = text.split(/[、，,;；/\s+]/).filter(Boolean);
  const points = words.map((word) => (isWholeForm(word) ? 1 : word.length <= 8 && formOf(word) ? 0.6 : 0));
  return (points.reduce<number>((sum, point) => sum + point, 0) / Math.max(1, words.length)) * 14 - 8;
}

function fitTime(text: string, flat: string): number {
  if (!/[\d月旬日每季年]|待定|通知|暂定/.test(flat.slice(0, 14))) return -15;
  const words = timeWords(text);
  const dated = words.some(({ kind }) => ['day', 'tenDays', 'month', 'recurring', 'tentative', 'year'].includes(kind));
  const strange = words.reduce(
    (sum, { kind, raw }) => sum + (kind === 'unknown' || kind === 'damaged' ? raw.length : 0),
    0,
  );
  const broken = /[—–~～至-]$|[上中下年]$/.test(flat) ? 6 : 0;
  if (dated && strange === 0) return 12 - broken + (words.some(({ kind }) => kind === 'clock') ? 2 : 0);
  if (/^20\d{2}[年./-]?\d{1,}/.test(flat) && flat.length < 30) return 6;
  if (dated) return 4 - strange * 1.5;
  return /^20\d{2}.*日|^\d{1,2}月/.test(flat) || words.some(({ kind }) => kind === 'clock') ? 2 - strange : -15;
}

function fitHeadcount(text: string, given: string): number {
  const flat = narrow(given);
  if (flat.length > 45 || !/\d|[十百几]|名额|不限|若干|待定/.test(flat)) return -12;
  const { headcount, groups, findings } = readHeadcount(text);
  if (!headcount)
    return /^(?:名额有限|不限|若干|待定)/.test(flat) || findings.some(({ code }) => code !== 'headcount_missing')
      ? 6
      : -12;
  if (groups.length > 0) return 8;
  const words = flat.replace(/\d+|[余约左右不超过至少限额以内共计总上下名人位场每次\-—~～至到、，,（）()/]/g, '');
  return 10 - words.length * 2;
}

function fitContact(text: string, flat: string): number {
  const digits = flat.match(/\d/g)?.length ?? 0;
  if (digits < 7) return /^[\u4e00-\u9fff·]{2,4}$/.test(flat) ? 2 : -6 - Math.min(10, flat.length * 0.5);
  const { contacts, stray } = readContacts(text);
  const phones = contacts.reduce((sum, contact) => sum + contact.phones.length, 0);
  const leftover = Math.min(10, (stray ? bare(stray).length : 0) * 0.5);
  const named = contacts.some(({ name }) => name !== '');
  const shared = Math.max(0, contacts.length - new Set(contacts.flatMap((contact) => contact.phones)).size) * 4;
  const torn =
    /^[\u4e00-\u9fff](?![ \t][\u4e00-\u9fff](?![\u4e00-\u9fff]))(?:[\s/]|\d|$)/.test(text.trim()) ||
    BEHIND_COUNT.test(flat)
      ? 10
      : 0;
  const crowded = Math.max(0, contacts.length - 3) * 2 + (contacts.some(({ name }) => name.length > 10) ? 3 : 0);
  if (phones === 0) return (named && flat.length <= 4 ? 2 : -6) - leftover;
  return 10 + (named ? 2 : 0) - leftover - torn - crowded - (/、/.test(text) ? Math.min(1, shared) : shared);
}

/** A wrapped cell fills its lines: a short line in the middle, or one wider than the column, speaks against it. */
function wrapFit(field: PlanField, text: string, widths: ColumnWidths): number {
  const width = widths[field];
  if (!width) return 0;
  const lines = text.split('\n').map(widthOf);
  const over = lines.filter((line) => line > width + 1).length;
  const open =
    field !== 'content' && lines.at(-1)! > width - 1 && lines.at(-1)! < width + 1 && !/[）)]$/.test(text)
      ? width < 12
        ? 1.5
        : 0.5
      : 0;
  const short = lines.slice(0, -1).filter((line) => line < width * 0.75).length;
  return -over * 4 - open - short * (field === 'content' ? 2 : 0.7);
}
