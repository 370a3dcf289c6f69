import type { Headcount } from '@openday/shared/events';
import { type Finding, finding } from './plan-sheet.rules';
import { chineseNumber, joinLines, narrow, tight } from './plan-words.rules';

/** planned: 20人 · maximum: 限额 · minimum: 不少于 · groups: quotas per kind of people · perSession: 人/场 */
type HeadcountKind = 'planned' | 'maximum' | 'minimum' | 'quota' | 'groups' | 'perSession';

export interface HeadcountReading {
  headcount: Headcount | null;
  kind: HeadcountKind | null;
  findings: Finding[];
}

const NUMBER = '\\d+|[零〇一二两三四五六七八九十百千]+';
const PEOPLE = '(?:余|多)?(?:人|名|位|人次)';
const BAND = new RegExp(`(${NUMBER})(?:${PEOPLE})?-(${NUMBER})(?:${PEOPLE}|$)`);
const ONE = new RegExp(`(${NUMBER})(余|多)?(?:人次|人|名|位)(?!大代表|民代表)`, 'g');
const said = (code: Finding['code'], message: string, raw: string) => finding(code, 'headcount', message, raw);

/** 参加人数 as the sheet writes it → a band; what counts enterprises, rules or nothing stays empty and is asked. */
export function readHeadcount(text: string): HeadcountReading {
  const raw = joinLines(text);
  if (!raw) return missing('没写人数，请填名额。', null);
  const line = normal(raw);
  if (/^\d+$/.test(line)) return reading(raw, Number(line), Number(line), 'planned');
  if (/以上.*(?:预约|报名|申请)|(?:预约|报名).*以上/.test(line)) {
    return asked('headcount_meaning', `“${raw}”是预约的规定，不是名额，请填名额。`, raw);
  }
  const groups = readGroups(line, raw);
  if (groups) return groups;
  const band = BAND.exec(line);
  if (band && line.match(new RegExp(NUMBER, 'g'))?.length === 2) return fromBand(band, line, raw);
  return fromOne(line, raw);
}

/** Every count of people a sentence names (邀请20名群众, 十余人), with its own words. */
export function peopleIn(text: string): { min: number; max: number | null; raw: string }[] {
  const line = normal(joinLines(text));
  const bands = [...line.matchAll(new RegExp(`(${NUMBER})-(${NUMBER})${PEOPLE}`, 'g'))].map(([raw, a, b]) => ({
    min: value(a!),
    max: value(b!),
    raw,
  }));
  const rest = bands.reduce((all, { raw }) => all.replace(raw, ''), line);
  const ones = [...rest.matchAll(ONE)].map(([raw, n, more]) => ({ min: value(n!), max: more ? null : value(n!), raw }));
  return [...bands, ...ones].filter(({ min }) => min > 1);
}

/** Counts of enterprises or households, which are not people. */
export function householdsIn(text: string): string | null {
  const counts = normal(text).matchAll(new RegExp(`(${NUMBER})(?:余|多)?(?:家|户|个(?:企业|单位|家庭))`, 'g'));
  return [...counts].find(([, n]) => value(n!) > 1)?.[0] ?? null;
}

function normal(text: string): string {
  return tight(narrow(text))
    .replace(/[－–—~～〜至到]/g, '-')
    .replace(/-+/g, '-');
}

function value(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (chineseNumber(text) ?? 0);
}

function fromBand(band: RegExpExecArray, line: string, raw: string): HeadcountReading {
  const [min, max] = [value(band[1]!), value(band[2]!)];
  if (max < min) return asked('headcount_meaning', `“${raw}”前大后小，请填名额。`, raw);
  const more = /余|多/.test(line);
  return finish(reading(raw, min, more ? null : max, kindOf(line), isRough(line)), line, more);
}

function fromOne(line: string, raw: string): HeadcountReading {
  const counts = [...line.matchAll(ONE)];
  const total = new RegExp(`(?:共计|总计|合计|一共|总共|共)(?:约)?(${NUMBER})`).exec(line);
  const only = counts.length === 1 ? counts[0]![1]! : total?.[1];
  if (only === undefined) return withoutCount(line, raw, counts.length);
  const n = value(only);
  const more = /余|多人|多名/.test(line);
  if (/以上|不少于|不低于|至少|起$/.test(line)) {
    const one = reading(raw, n, null, 'minimum', false);
    one.findings.push(said('headcount_meaning', `“${raw}”只写了最少几人，请填名额。`, raw));
    return one;
  }
  if (more) return finish(reading(raw, n, null, 'planned', true), line, true);
  const kind = kindOf(line);
  return finish(reading(raw, kind === 'maximum' ? null : n, n, kind, isRough(line)), line, false);
}

function withoutCount(line: string, raw: string, counts: number): HeadcountReading {
  if (counts > 1) return asked('headcount_meaning', `“${raw}”有几个数，请填名额。`, raw);
  if (householdsIn(line)) return asked('headcount_unit', `“${raw}”数的不是人，请填名额（人）。`, raw);
  const bare = new RegExp(`^(?:约|大约)?(${NUMBER})(余|左右|以内)?$`).exec(line);
  if (bare && /\d/.test(line))
    return fromOne(`${line.replace(/(余|左右|以内)$/, '')}${bare[2] === '余' ? '余人' : `人${bare[2] ?? ''}`}`, raw);
  return missing(`“${raw}”没有人数，请填名额。`, raw);
}

function finish(one: HeadcountReading, line: string, open: boolean): HeadcountReading {
  if (open || isRough(line)) {
    one.findings.push(
      said('headcount_approximate', `“${one.headcount!.text}”是约数，请核对名额。`, one.headcount!.text),
    );
  }
  return one;
}

function kindOf(line: string): HeadcountKind {
  if (/[人名位]\/场|每场|[人名位]\/次|每次|每批|\/批|\/期|每期/.test(line)) return 'perSession';
  if (/限|不超过|不多于|以内|以下|最多|上限|至多/.test(line)) return 'maximum';
  return /招募|征集/.test(line) ? 'quota' : 'planned';
}

function isRough(line: string): boolean {
  return /左右|约|大概|上下|近(?=\d)/.test(line);
}

/** 市民代表12名、企业代表6名、局代表7名,共计25人 */
function readGroups(line: string, raw: string): HeadcountReading | null {
  const total = new RegExp(`(?:共计|总计|合计|一共|总共|共)(?:约)?(${NUMBER})(?:人|名|位)`).exec(line);
  const body = total ? line.replace(total[0], '') : line;
  const groups = [...body.matchAll(new RegExp(`([\\u4e00-\\u9fff]{2,12}?)(${NUMBER})(?:人|名|位)`, 'g'))];
  if (groups.length < 2) return null;
  const sum = groups.reduce((all, [, , n]) => all + value(n!), 0);
  const stated = total ? value(total[1]!) : sum;
  const one = reading(raw, stated, stated, 'groups');
  if (stated !== sum) {
    one.findings.push(said('headcount_conflict', `分项加起来是${sum}人，总数写${stated}人，请定下名额。`, raw));
  }
  const own = groups.find(([, who]) => /局代表|工作人员|本单位|机关|职工代表|干部/.test(who!));
  const who = own ? `“${own[1]}”不占居民名额，` : '';
  one.findings.push(said('headcount_meaning', `人数分给几类人，${who}请核对居民名额。`, raw));
  return one;
}

function reading(
  text: string,
  min: number | null,
  max: number | null,
  kind: HeadcountKind,
  approximate = false,
): HeadcountReading {
  return { headcount: { min, max, text: text.slice(0, 60), approximate }, kind, findings: [] };
}

function asked(code: Finding['code'], message: string, raw: string): HeadcountReading {
  return { headcount: null, kind: null, findings: [said(code, message, raw)] };
}

function missing(message: string, raw: string | null): HeadcountReading {
  return { headcount: null, kind: null, findings: [finding('headcount_missing', 'headcount', message, raw)] };
}
