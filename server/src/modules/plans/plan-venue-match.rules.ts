import { narrow } from './plan-words.rules';

export interface KnownVenue {
  id: string;
  name: string;
}

const MOST = 3;
/** What people write around a name: marks, quotation marks, brackets (what stands in them stays). */
const MARKS = /[\s()（）【】[\]〔〕《》<>“”"'‘’「」、,，。.;；:：·\-—_]/g;
/** A county or town a name begins with; 社区, 园区, 市民, 乡村 are none. */
const PLACE =
  /^(?:.{2,4}?(?:省|自治州|地区|新区|开发区|街道|(?<![社园校小景库厂展片专])区|市(?![民场政监])|县|旗|镇(?!政)|乡(?![村镇土])|苏木)|[区县市镇乡](?=[\u4e00-\u9fff]{3}))(?=.{2})/;
const KIND =
  '会议室|议事厅|会场|礼堂|大厅|展厅|广场|公园|园区|校园|学校|企业|机关|食堂|现场|门店|窗口|村庄|集市|市场|小区|街道|社区|村|办公室|办公楼|办公区|活动室|教室|场所|场地|楼|室|厅|院内|单位|中心';
/** 社区会议室, 本单位大厅: a kind of place that every unit has, no place. */
const ONLY_KIND = new RegExp(
  `^(?:我|本|该|各|辖区|区|县|市|镇|乡|[一二三四五六七八九十\\d]+(?=[楼层]))?(?:${KIND}|层)+[内里]?$`,
);
/** What a name may be written without. */
const TAIL =
  /(?:社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|社区|村|服务中心|中心|公司|有限公司|大楼|管委会|人民政府|政府|办事处)$/;
const COUNTING = /[\d一二三四五六七八九十]/;

interface Named {
  name: string;
  /** The counties and towns it begins with. */
  places: string[];
  /** The name without them. */
  core: string;
  stem: string;
}

/**
 * Known places a row's words may mean, best first, three at most: for a person to choose from, never a choice. None where
 * the words name a kind of place only, or where more than three are called so but for what stands before.
 */
export function venuesLike(text: string, venues: readonly KnownVenue[]): KnownVenue[] {
  const said = named(text.slice(0, 300).replace(/^(?:地点[:：]|在|于)/, ''));
  if (said.name.length < 2) return [];
  const onlyKind = ONLY_KIND.test(said.name);
  const scored = registerOf(venues).flatMap(({ id, name, one }) => {
    const score = one.name === said.name ? 4 : onlyKind ? 0 : likeness(said, one);
    return score > 0 ? [{ id, name, score, prefixed: one.name !== said.name && one.name.endsWith(said.name) }] : [];
  });
  const best = Math.floor(Math.max(0, ...scored.map(({ score }) => score)));
  const rivals = scored.filter(({ prefixed }) => prefixed).length;
  // 便民服务中心 in a county of forty towns: three of them picked by chance would mislead.
  const good = scored.filter(({ score, prefixed }) => !(prefixed && rivals > MOST) && (best < 2 || score >= 2));
  return good
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ id, name }) => ({ id, name }));
}

type Register = (KnownVenue & { one: Named })[];
/** Worked out once for a register, however many rows are compared with it. */
const REGISTERS = new WeakMap<readonly KnownVenue[], Register>();

function registerOf(venues: readonly KnownVenue[]): Register {
  const register = REGISTERS.get(venues) ?? venues.map(({ id, name }) => ({ id, name, one: named(name) }));
  REGISTERS.set(venues, register);
  return register;
}

/** 3 = the same but for town or 社区/中心; 2 = one holds the other; 1 = an abbreviation; with the share they have in common. */
function likeness(said: Named, known: Named): number {
  const [short, long] = said.name.length <= known.name.length ? [said, known] : [known, said];
  const share = (short.name.length / long.name.length) * 0.99;
  if (nested(said.places, known.places)) {
    const whole = said.core === known.core;
    const cut = said.stem === known.stem && (said.core === said.stem || known.core === known.stem);
    if ((whole || cut) && said.stem.length >= 2) return 3 + share;
    if (isShortFor(said.core, known.core)) return 1 + share;
  }
  return short.name.length >= 2 && !ONLY_KIND.test(short.name) && holds(long.name, short.name) ? 2 + share : 0;
}

function named(text: string): Named {
  const name = narrow(text).replace(MARKS, '').toLowerCase();
  const places: string[] = [];
  let core = name;
  for (let place = PLACE.exec(core)?.[0]; place; place = PLACE.exec(core)?.[0]) {
    places.push(place);
    core = core.slice(place.length);
  }
  const stem = core.replace(TAIL, '');
  return { name, places, core, stem: stem.length >= 2 ? stem : core };
}

/** 柳溪镇 and 湖畔区柳溪镇 may be one place; 柳溪镇 and 东湖镇 are not; 区 may be any district. */
function nested(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.every((place) => many.some((each) => each === place || (place.length === 1 && each.endsWith(place))));
}

/** 1号楼 does not stand in 11号楼, nor 一中 in 十一中. */
function holds(long: string, short: string): boolean {
  for (let at = long.indexOf(short); at >= 0; at = long.indexOf(short, at + 1)) {
    const before = COUNTING.test(long[at - 1] ?? '') && COUNTING.test(short[0]!);
    const behind = /\d/.test(long[at + short.length] ?? '') && /\d/.test(short.at(-1)!);
    if (!before && !behind) return true;
  }
  return false;
}

/** 便民中心 for 便民服务中心: its first and last sign, and all between in order. */
function isShortFor(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 3 || short.length === long.length) return false;
  if (short.slice(0, 1) !== long.slice(0, 1) || short.at(-1) !== long.at(-1)) return false;
  if (ONLY_KIND.test(short)) return false;
  let at = -1;
  return [...short].every((sign) => {
    at = long.indexOf(sign, at + 1);
    return at >= 0;
  });
}
