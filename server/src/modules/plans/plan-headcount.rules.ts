import type { Headcount } from '@openday/shared/events';
import type { PlannedGroup } from '@openday/shared/plans';
import { type Finding, finding } from './plan-sheet.rules';
import { chineseNumber, joinLines, narrow, tight } from './plan-words.rules';

/** planned: 20人 · maximum: 限额 · minimum: 不少于 · groups: quotas per kind of people · perSession: 人/场 */
type HeadcountKind = 'planned' | 'maximum' | 'minimum' | 'quota' | 'groups' | 'perSession';

export interface HeadcountReading {
  headcount: Headcount | null;
  kind: HeadcountKind | null;
  /** Seats per kind of people, the host's own staff left out. */
  groups: PlannedGroup[];
  findings: Finding[];
}

const NUMBER = '(?<!\\d)\\d{1,12}(?!\\d)|(?<![数几第])[零〇一二两三四五六七八九十百千]{1,7}';
const PEOPLE = '(?:余|多)?(?:人次|人(?!大|民)|名|位)';
const BAND = new RegExp(`(${NUMBER})(?:${PEOPLE})?-(${NUMBER})(?:${PEOPLE}|$|(?=左右|以内|不等))`);
const FROM_TO = new RegExp(`(${NUMBER})(?:${PEOPLE})?以上[、,]?(${NUMBER})(?:${PEOPLE})?(?:以下|以内)`);
const ONE = new RegExp(`(${NUMBER})(余|多)?(?:来)?(?:人次|人(?!大|民)|名|位)`, 'g');
const TOTAL = new RegExp(`(?:共计|总计|合计|一共|总共|总人数|共|计)(?:约|为|:)?(${NUMBER})(?:余|多)?(?:人|名|位)`);
const NAMED = new RegExp(
  `([\\u4e00-\\u9fff]{2,14}?)(?:各)?(?:\\((?:约)?(${NUMBER})(?:人|名|位)\\)|(?:约)?(${NUMBER})(?:人|名|位)(?!以上|以内))`,
  'g',
);
/** Numbers of something else: ages, days, clocks, floors, money, telephone numbers. */
const NO_PEOPLE =
  /(?<!\d)(?:\d+周?岁|20\d{2}年|\d+月(?:\d+日)?|\d+日|\d{1,2}:\d{2}(?!\d)|\d+(?:点|时|分钟|小时|天|楼|层|号|室|元|次|场次|%)|\d{3,4}-\d{7,8}(?!\d)|\d{7,}(?!\d|[余多]?[人名位]))|第[\d一二三四五六七八九十]+/g;
/** 50人(其中学生30人): a part of those counted. */
const PART_OF = /\((?:其中|含|包括|内含)[^()]*\)/g;
/** 10人以上需提前预约: a rule of booking. */
const RULE = /\d(?:人|名|位)?以上.{0,6}(?:预约|报名|申请|团体|组团)|(?:预约|报名|团体)[^\d]{0,4}\d+(?:人|名)?以上/;
const OWN =
  /工作人员|本单位|本局|机关|局代表|(?:局|委|办|中心|所|院|镇|街道|乡)(?:干部|代表|职工)|班子|讲解员|单位参加|陪同|领导/;
const SERVING =
  /^(?:左右)?(?:的)?[\u4e00-\u9fff]{0,4}?(?:专家|医[生师护]|律师|志愿者|工作人员|讲解员|讲师|民警|辅警|干部|教授)/;
/** What lies further back is not looked at. */
const [LONGEST, LONGEST_CONTENT] = [400, 4_000] as const;
const said = (code: Finding['code'], message: string, raw: string) => finding(code, 'headcount', message, raw);

/** 参加人数 as the sheet writes it → a band; what counts enterprises, rules or nothing stays empty and is asked. */
export function readHeadcount(text: string): HeadcountReading {
  const raw = joinLines(text.slice(0, LONGEST));
  if (!raw) return missing('没写人数，请填名额。', null);
  if (/\d[ \t]*\n\s*\d/.test(text)) return asked('headcount_meaning', `“${raw}”的数字断成两行，请填名额。`, raw);
  const line = normal(raw);
  if (/^\d{1,12}$/.test(line)) return reading(raw, Number(line), Number(line), 'planned');
  const counting = line
    .replace(PART_OF, '')
    .split(/(?<=[,。()])/)
    .filter((clause) => !RULE.test(clause))
    .join('');
  if (counting !== line && counting.search(ONE) < 0)
    return asked('headcount_meaning', `“${raw}”是预约的规定，不是名额，请填名额。`, raw);
  const people = counting.replace(NO_PEOPLE, '');
  const own = (line.match(PART_OF) ?? []).find((part) => OWN.test(part));
  if (own) return withOwn(readHeadcount(people), own, raw);
  const groups = readGroups(people, raw);
  if (groups) return groups;
  const band = FROM_TO.exec(people) ?? BAND.exec(people);
  if (band && people.match(new RegExp(NUMBER, 'g'))?.length === 2) return fromBand(band, people, raw);
  return fromOne(people, raw);
}

/** 20人(含工作人员5人): the host's own staff takes no seat of the residents. */
function withOwn(one: HeadcountReading, own: string, raw: string): HeadcountReading {
  const headcount = one.headcount && { ...one.headcount, text: raw.slice(0, 60) };
  const asked = said('headcount_meaning', `“${own}”不占居民名额，请核对居民名额。`, raw);
  return { ...one, headcount, findings: [...one.findings, asked] };
}

/** Every count of people a sentence names (邀请20名群众, 十余人), with its own words; who serves them is not counted. */
export function peopleIn(text: string): { min: number; max: number | null; raw: string }[] {
  const line = normal(joinLines(text.slice(0, LONGEST_CONTENT))).replace(NO_PEOPLE, '#');
  const bands = [...line.matchAll(new RegExp(`(${NUMBER})-(${NUMBER})${PEOPLE}`, 'g'))].map(([raw, a, b]) => ({
    min: value(a!),
    max: value(b!),
    raw,
  }));
  const rest = bands.reduce((all, { raw }) => all.replace(raw, ''), line);
  const ones = [...rest.matchAll(ONE)]
    .filter(({ 0: raw, index }) => !SERVING.test(rest.slice(index + raw.length)))
    .map(([raw, n, more]) => ({ min: value(n!), max: more ? null : value(n!), raw }));
  return [...bands, ...ones].filter(({ min, max }) => min > 1 && !Number.isNaN(max));
}

/** Counts of enterprises or households, which are not people. */
export function householdsIn(text: string): string | null {
  const counts = normal(text.slice(0, LONGEST_CONTENT)).matchAll(
    new RegExp(`(${NUMBER})(?:余|多)?(?:家(?!庭医生)|户|个(?:企业|单位|家庭))`, 'g'),
  );
  return [...counts].find(([, n]) => value(n!) > 1)?.[0] ?? null;
}

function normal(text: string): string {
  return tight(narrow(text))
    .replace(/[－–—―‐‑─−~～〜]|(?<=[\d人名位])[至到](?=\d)/g, '-')
    .replace(/[，；;]/g, ',')
    .replace(/[≤<]/g, '不超过')
    .replace(/[≥>]/g, '不少于')
    .replace(/-+/g, '-');
}

function value(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (chineseNumber(text) ?? Number.NaN);
}

function fromBand(band: RegExpExecArray, line: string, raw: string): HeadcountReading {
  const [min, max] = [value(band[1]!), value(band[2]!)];
  if (!(max >= min)) return asked('headcount_meaning', `“${raw}”前大后小，请填名额。`, raw);
  const more = /余|多(?=人|名|位|$)/.test(line);
  return finish(reading(raw, min, more ? null : max, bandKind(line), isRough(line)), line, more);
}

/** 5人以上10人以下 is a band, not a limit. */
function bandKind(line: string): HeadcountKind {
  const kind = kindOf(line);
  return kind === 'maximum' || kind === 'minimum' ? 'planned' : kind;
}

function fromOne(line: string, raw: string): HeadcountReading {
  const counts = [...line.matchAll(ONE)];
  const total = TOTAL.exec(line)?.[1];
  const same = new Set(counts.map(([, n]) => n)).size === 1;
  const only =
    total ?? (counts.length === 1 || (same && counts.length > 0 && /每|各/.test(line)) ? counts[0]?.[1] : undefined);
  if (only === undefined) return withoutCount(line, raw, counts.length);
  if (/[数几]十|[数几]百/.test(line)) return asked('headcount_meaning', `“${raw}”不是确定的人数，请填名额。`, raw);
  const n = value(only);
  if (Number.isNaN(n)) return asked('headcount_meaning', `“${raw}”不是确定的人数，请填名额。`, raw);
  const kind = kindOf(line);
  if (kind === 'minimum') {
    const one = reading(raw, n, null, 'minimum', isRough(line));
    one.findings.push(said('headcount_meaning', `“${raw}”只写了最少几人，请填名额。`, raw));
    return one;
  }
  const open = new RegExp(`${only}(?:余|多|来)|上(?=[百千])`).test(line);
  if (open) return finish(reading(raw, n, null, kind === 'maximum' ? 'planned' : kind, true), line, true);
  const least = kind === 'maximum' || (kind === 'perSession' && LIMIT.test(line)) ? null : n;
  return finish(reading(raw, least, n, kind, isRough(line)), line, false);
}

function withoutCount(line: string, raw: string, counts: number): HeadcountReading {
  if (counts > 1) return asked('headcount_meaning', `“${raw}”有几个数，请填名额。`, raw);
  if (householdsIn(line)) return asked('headcount_unit', `“${raw}”数的不是人，请填名额（人）。`, raw);
  const plain = /^(?:约|大约|限|限额|不超过|不少于|至少|最多|近)?:?(\d{1,12})(余|左右|以内|以上|上下)?$/.exec(line);
  if (plain)
    return fromOne(
      line.replace(plain[1]!, plain[2] === '余' ? plain[1]! : `${plain[1]}人`).replace(/余$/, '余人'),
      raw,
    );
  return missing(`“${raw}”没有人数，请填名额。`, raw);
}

function finish(one: HeadcountReading, line: string, open: boolean): HeadcountReading {
  const text = one.headcount!.text;
  if (open || isRough(line)) one.findings.push(said('headcount_approximate', `“${text}”是约数，请核对名额。`, text));
  return one;
}

const LIMIT =
  /限(?=额|定?人数|[约:]?[\d一二三四五六七八九十])|每[场次批]限|不超过|不多于|不高于|以内|之内|以下|最多|上限|至多|封顶|不得多于/;

function kindOf(line: string): HeadcountKind {
  if (/[人名位]\/(?:场|次|批|期|天|组|团)|每(?:场|次|批|期|天|组|团|个?场次)|(?:上下午|各场|每场)各/.test(line))
    return 'perSession';
  if (LIMIT.test(line)) return 'maximum';
  if (/以上|不少于|不低于|不得少于|至少|起$/.test(line)) return 'minimum';
  return /招募|征集|招收/.test(line) ? 'quota' : 'planned';
}

function isRough(line: string): boolean {
  return /左右|约(?!定|谈|\d*[::])|大概|上下(?!午)|近(?=[\d百千])|预计|估计/.test(line);
}

/** 市民代表12名、企业代表6名、局代表7名,共计25人 */
function readGroups(line: string, raw: string): HeadcountReading | null {
  const total = TOTAL.exec(line);
  const body = total ? line.replace(total[0], '') : line;
  const all = [...body.matchAll(NAMED)].map(([whole, name, inside, behind]) => ({
    name: name!.replace(/^.*(?:邀请|包括|其中|对象[为是]|组织|的|含|及|和|与|有关)(?=.{2})/, ''),
    whole,
    seats: value(inside ?? behind!),
  }));
  if (all.length < 2 || all.some(({ seats }) => Number.isNaN(seats)) || /每(?:场|次|批|期)/.test(line)) return null;
  const sum = all.reduce((count, { seats }) => count + seats, 0);
  const stated = total ? value(total[1]!) : sum;
  const one = reading(raw, stated, stated, 'groups', isRough(line));
  one.groups = all.filter(({ whole }) => !OWN.test(whole)).map(({ name, seats }) => ({ name, seats }));
  if (stated !== sum) {
    one.findings.push(said('headcount_conflict', `分项加起来是${sum}人，总数写${stated}人，请定下名额。`, raw));
  }
  const own = all.find(({ whole }) => OWN.test(whole));
  if (own) one.findings.push(said('headcount_meaning', `“${own.name}”不占居民名额，请核对居民名额。`, raw));
  return one;
}

function reading(
  text: string,
  min: number | null,
  max: number | null,
  kind: HeadcountKind,
  approximate = false,
): HeadcountReading {
  return { headcount: { min, max, text: text.slice(0, 60), approximate }, kind, groups: [], findings: [] };
}

function asked(code: Finding['code'], message: string, raw: string): HeadcountReading {
  return { headcount: null, kind: null, groups: [], findings: [said(code, message, raw)] };
}

function missing(message: string, raw: string | null): HeadcountReading {
  return {
    headcount: null,
    kind: null,
    groups: [],
    findings: [finding('headcount_missing', 'headcount', message, raw)],
  };
}
