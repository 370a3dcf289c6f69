import { chineseNumber, joinLines, narrow, tight } from './plan-words.rules';

export interface TitleReading {
  title: string | null;
  year: number | null;
  /** The campaign's own name (政府开放月), or null. */
  programme: string | null;
}

const CAMPAIGN = /(?:政府|政务|公众|警营|机关|部门|校园)?开放(?:月|日|周|季|年)/;
const OPENING = /开放|主题|走进|公开/;
const TITLE_END =
  /(?:统计表|计划表|安排表|一览表|汇总表|登记表|明细表|清单|计划|安排|方案|表|预告|公告|通知)(?:[（(].*[）)])?$/;

/** Title, year and campaign from what stands above the table; the year falls back to the text below it (signature). */
export function readTitle(
  preface: readonly string[],
  closing: readonly string[],
  times: readonly string[],
): TitleReading {
  const lines = preface.map((line) => joinLines(line)).filter((line) => line.length > 3);
  const title = titleOf(lines);
  const year =
    yearOf(title ?? '') ?? first(lines.map(yearOf)) ?? first([...closing].reverse().map(yearOf)) ?? onlyYear(times);
  return { title, year, programme: campaignOf(title ?? '') ?? first(lines.map(campaignOf)) };
}

const GIVEN =
  /关于(?:组织|开展|举办|举行|召开|公布|征集[^“”]{0,10}参加|邀请[^“”]{0,10}参加)*(.{4,80}?)的(?:公告|通知|通告|预告|公示|函|邀请函)/;
const QUOTED =
  /((?:[\u4e00-\u9fff]{0,12})[“"][^”"]{2,40}[”"](?:系列活动之[“"][^”"]{2,40}[”"]|[^，,。；;“”"\n]{0,10}?(?:活动|开放[日月周](?:活动)?))?)/;

/** What a notice without a theme calls its open day: in its title, else in quotation marks in its first sentences. */
export function activityOf(lines: readonly string[]): string | null {
  const told = lines.map((line) => joinLines(line));
  const given = first(told.map((line) => GIVEN.exec(line)?.[1] ?? null));
  if (given && OPENING.test(given)) return given;
  const quoted = first(
    told.map((line) => {
      const phrase = QUOTED.exec(line)?.[1] ?? '';
      const own = /[年届县市区镇乡局]$/.test(phrase.slice(0, Math.max(0, phrase.search(/[“"]/))));
      return OPENING.test(phrase) ? (own ? phrase : phrase.slice(phrase.search(/[“"]/))) : null;
    }),
  );
  return quoted;
}

/** 2024年, 二〇二四年 or 2024 before 年度; two different years in one text are no year. */
export function yearOf(text: string): number | null {
  const line = tight(narrow(text));
  const years = [...line.matchAll(/(?<!\d)(20\d{2})(?:年|[-/.]\d|[〕\]])/g)].map(([, year]) => Number(year));
  const spelled = [...line.matchAll(/二[〇○零OＯ0]([〇○零OＯ0一二三四五六七八九]{2})年/g)].map(([, two]) =>
    spelledYear(two!),
  );
  const all = [...new Set([...years, ...spelled.flatMap((year) => (year ? [year] : []))])];
  return all.length === 1 ? all[0]! : null;
}

function spelledYear(two: string): number | null {
  const digits = [...two].map((sign) => chineseNumber(sign.replace(/[○OＯ0]/, '零')));
  return digits.every((digit) => digit !== null) ? 2000 + digits[0]! * 10 + digits[1]! : null;
}

/** Paths of a web page, its dates and its first sentences are no titles. */
const NO_TITLE =
  /^附件?\d*[:：]?$|[>＞»]|[:：，,。；;]$|^(?:为|根据|按照|来源|发布|上传|信息|索引|文号|字号|当前|您)|(?:来源|浏览|访问量|点击数|字号)[:：【]/;

function titleOf(lines: readonly string[]): string | null {
  const short = lines.filter((line) => line.length <= 80 && !NO_TITLE.test(line));
  const best =
    short.find((line) => CAMPAIGN.test(line) && TITLE_END.test(line)) ??
    short.find((line) => TITLE_END.test(line) && /活动|开放/.test(line)) ??
    short.find((line) => CAMPAIGN.test(line)) ??
    short.find((line) => TITLE_END.test(line));
  return best ? clean(best) : null;
}

function clean(title: string): string {
  return title
    .replace(/\s+/g, '')
    .replace(/^#+/, '')
    .replace(/^(?:附件\d*|名称|标题)[:：]?/, '')
    .slice(0, 80);
}

/** The campaign a text names: what stands in quotation marks, else the usual words. */
function campaignOf(text: string): string | null {
  const quoted = /[“"「『]([^”"」』]{2,16}(?:月|日|周|季|年)(?:活动)?)[”"」』]/.exec(text)?.[1];
  if (quoted && /开放|主题|公开|体验/.test(quoted)) return quoted.replace(/活动$/, '');
  return CAMPAIGN.exec(text)?.[0] ?? null;
}

/** A campaign's name written a little otherwise (政府公开月), or null. */
export function misnamedCampaign(text: string, programme: string | null): string | null {
  if (!programme || !/^政府开放/.test(programme)) return null;
  const found = /政府(?!开放)[\u4e00-\u9fff]{2}[月日周](?:活动)?/.exec(text)?.[0];
  return found ?? null;
}

function first<T>(values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null) ?? null;
}

function onlyYear(times: readonly string[]): number | null {
  const years = new Set(times.flatMap((time) => yearOf(time) ?? []));
  return years.size === 1 ? [...years][0]! : null;
}
