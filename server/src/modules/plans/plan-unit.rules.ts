import { type Finding, finding } from './plan-sheet.rules';
import { bare, narrow } from './plan-words.rules';

export interface KnownUnit {
  id: string;
  name: string;
  parentId: string | null;
}

export interface UnitReading {
  /** The sheet's name without line breaks. */
  unit: string | null;
  /** Only when the name is exactly that of a known unit. */
  organizerId: string | null;
  findings: Finding[];
}

/** How a unit's name ends. */
export const UNIT_END =
  /(?:局|委|部|办|厅|院|署|处|科|股|室|所|站|队|中心|镇|乡|街道|办事处|社区|居委会|村委会|村|管委会|委员会|政府|公司|集团|苏木|嘎查|团场|银行|学校|小学|中学|大学|园|馆|法院|检察院|总工会|团委|妇联|残联|联合会|协会|医院|支行|分行|[水电工分]厂|[储粮分水]?库|供销社|合作社|电视台|报社|少年宫|文化宫|社|法庭|公会|商会|学会|书院|幼儿园|剧院|超市|总队|气象台|公安|妇联|工商联|科协|文联|侨联|团委|大厅|场|街|区|县|市)$/;
/** Two names of this rank on two lines are two units, not one name wrapped. */
const APART = /(?:局|委|委员会|政府|公司|法院|检察院|街道)$/;
const INNER_OFFICE =
  /^(?:综合|党政|政务公开|信息公开|政策法规|法规|宣传|人事|财务|行政)?(?:管理|服务|综合)?(?:办公室|[科股室处组])$/;
/** 各镇街, 相关部门: no unit of its own. */
const EVERY = /^(?:各|相关|有关)|^(?:全[市县区镇])?各/;
/** What a joint unit does: 区水务局牵头，区城管局配合. */
const PART = /^(?:由|牵头|主办|承办|协办|配合|责任)?(?:单位)?[:：]?|(?:牵头|主办|承办|协办|配合|负责|等)(?:单位)?$/g;
const said = (code: Finding['code'], message: string, raw: string) => finding(code, 'unit', message, raw);

/** 承办单位 as the sheet writes it; matched against the known ones, proposing and never merging. */
export function readUnit(given: string, known: readonly KnownUnit[] | null): UnitReading {
  const text = given.slice(0, 200);
  const unit = bare(text).replace(/[。；;，,、]$/, '') || null;
  if (!unit) {
    return { unit: null, organizerId: null, findings: [finding('unit_missing', 'unit', '没写承办单位，请选定单位。')] };
  }
  const parts = unitsIn(text);
  if (parts.length > 1) {
    const message = `“${parts.join('”“')}”是几个单位，请定下由哪个单位办，或拆成几行。`;
    return { unit, organizerId: null, findings: [said('unit_multiple', message, unit)] };
  }
  if (EVERY.test(unit)) {
    return {
      unit,
      organizerId: null,
      findings: [said('unit_multiple', `“${unit}”不是一个单位，请定下由哪个单位办，或拆成几行。`, unit)],
    };
  }
  if (INNER_OFFICE.test(unit)) {
    return {
      unit,
      organizerId: null,
      findings: [said('unit_nested', `“${unit}”没写是哪个单位的，请选定单位。`, unit)],
    };
  }
  return known === null ? { unit, organizerId: null, findings: [] } : matchUnit(unit, known);
}

/** The units a cell names: split only where both sides end as a unit's name does (商务和投资促进部 is one). */
export function unitsIn(text: string): string[] {
  const lines = narrow(text).split(/\s+/).filter(Boolean);
  const apart = lines.length > 1 && lines.every((line) => APART.test(line) && line.length > 2);
  const flat = lines.join(apart ? '、' : '');
  const parts = [...flat.split(/[、,;/]/)].flatMap((part) => splitJoint(part.trim())).filter(Boolean);
  const named = parts.map((part) =>
    bare(part)
      .replace(/^[(（].*$/, '')
      .replace(PART, ''),
  );
  const whole = named.filter((part) => UNIT_END.test(part.replace(/等$/, '')) || /^各/.test(part));
  return whole.length > 1 && whole.length === named.filter(Boolean).length ? named : [bare(text)];
}

function splitJoint(part: string): string[] {
  for (const match of part.matchAll(/及|和(?!平|谐|睦|顺|田|县|美|兴|静|政|龙|布)|与|会同|联合(?!会)/g)) {
    const left = part.slice(0, match.index);
    const right = part.slice(match.index + match[0].length);
    if (
      UNIT_END.test(left) &&
      left.length > 2 &&
      (UNIT_END.test(right) || /^(?:各|有关|相关)/.test(right)) &&
      right.length > 1
    ) {
      return [left, ...splitJoint(right)];
    }
  }
  return [part];
}

/** A name as it is compared with others. */
interface Named {
  name: string;
  stem: string;
  /** The stem without the place it begins with. */
  core: string;
}
interface Register {
  units: (Named & { unit: KnownUnit })[];
  answers: Map<string, UnitReading>;
}
/** Worked out once for a register of units, however many rows are compared with it. */
const REGISTERS = new WeakMap<readonly KnownUnit[], Register>();

function registerOf(known: readonly KnownUnit[]): Register {
  const before = REGISTERS.get(known);
  if (before) return before;
  const register: Register = {
    units: known.map((unit) => ({ unit, ...named(bare(unit.name)) })),
    answers: new Map(),
  };
  REGISTERS.set(known, register);
  return register;
}

function matchUnit(unit: string, known: readonly KnownUnit[]): UnitReading {
  const { units, answers } = registerOf(known);
  const answer = answers.get(unit) ?? compared(unit, units);
  answers.set(unit, answer);
  return { ...answer, findings: [...answer.findings] };
}

function compared(unit: string, names: Register['units']): UnitReading {
  const exact = names.filter(({ name }) => name === unit);
  if (exact.length === 1) return { unit, organizerId: exact[0]!.unit.id, findings: [] };
  const propose = (code: Finding['code'], message: string): UnitReading => ({
    unit,
    organizerId: null,
    findings: [said(code, message, unit)],
  });
  const own = unit.replace(/[（(][^（()）]*[)）]$/, '');
  const longer = names.filter(({ name }) => own.length >= 3 && name.endsWith(own));
  if (longer.length > 0) return propose('unit_prefix_missing', `“${unit}”是不是${oneOf(longer)}？请选定单位。`);
  const self = named(own);
  const alias = names.filter((one) => one.name === own || isShortFor(self, one));
  if (alias.length > 0) return propose('unit_alias', `“${unit}”是不是${oneOf(alias)}？请选定单位。`);
  const parent = names
    .filter((one) => one.stem.length >= 3 && own.startsWith(one.stem))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (parent) return propose('unit_nested', `“${unit}”在“${parent.unit.name}”下面，名录里还没有，请选定或新建。`);
  return propose('unit_unknown', `名录里没有“${unit}”，请选定或新建。`);
}

function oneOf(units: Register['units']): string {
  return units
    .slice(0, 3)
    .map(({ unit }) => `“${unit.name}”`)
    .join('或');
}

/** 柳溪镇 for 柳溪镇人民政府, 发展和改革委 for 发展和改革委员会. */
function stem(name: string): string {
  return name.replace(/(?<=[镇乡县区市])(?:人民)?政府$|(?<=街道)办事处$|(?<=委)员会$|(?<=办)公室$/, '');
}

/** The town or district most names of a sheet begin with, or null. */
export function sharedPrefix(units: readonly string[]): string | null {
  if (units.length < 5) return null;
  const counts = new Map<string, number>();
  for (const unit of units) {
    const prefix = /^(.{1,8}?(?:新区|开发区|区|县|市|镇|乡|街道|旗))(?=.{2})/.exec(unit)?.[1];
    if (prefix) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= units.length * 0.75 ? best[0] : null;
}

/** 住建局 for 住房和城乡建设局: same ending, the signs in order, and not simply a piece of it. */
export function isAlias(one: string, other: string): boolean {
  return isShortFor(named(one), named(other));
}

/** For every name of a sheet another one of it that it may stand for. */
export function aliasesIn(units: readonly string[]): Map<string, string> {
  const all = [...new Set(units)].slice(0, 400).map(named);
  return new Map(
    all.flatMap((one) => {
      const twin = all.find((other) => other.name.length > one.name.length && isShortFor(one, other));
      return twin ? [[one.name, twin.name] as const] : [];
    }),
  );
}

function named(name: string): Named {
  return { name, stem: stem(name), core: stem(withoutPlace(name)) };
}

function isShortFor(one: Named, other: Named): boolean {
  const [short, long] = one.core.length <= other.core.length ? [one.core, other.core] : [other.core, one.core];
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  if (one.stem === other.stem) return one.name !== other.name;
  if (short.length < 3 || short.length > 6 || long.length < short.length + 2 || long.includes(short)) return false;
  let at = -1;
  for (const sign of short) {
    at = long.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function withoutPlace(unit: string): string {
  return unit.replace(/^.{0,6}?(?:省|市(?!场|政|监)|区|县|旗)(?=.{3})/, '');
}
