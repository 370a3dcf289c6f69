import { pinyin } from 'pinyin-pro';
import { type Finding, finding } from './plan-sheet.rules';
import { misnamedCampaign } from './plan-title.rules';
import { bare, joinLines, unbalanced, widthOf } from './plan-words.rules';

export interface ThemeReading {
  theme: string | null;
  findings: Finding[];
}

const said = (code: Finding['code'], message: string, raw: string | null = null) =>
  finding(code, 'theme', message, raw);
const ITEM = /(?:^|\n|[。；;])\s*(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）]|[①-⑨]|[（(]?[一二三四五六七八九][)）、])/g;

/** 活动主题: wrapped lines joined; `columnWidth` (Han characters, null = unknown) tells a deliberate break from a wrapped one. */
export function readTheme(given: string, programme: string | null, columnWidth: number | null): ThemeReading {
  const text = given.slice(0, 2_000);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const broken = deliberateBreak(lines, columnWidth);
  const theme =
    broken === null
      ? joinLines(text)
      : `${joinLines(lines.slice(0, broken + 1).join('\n'))} ${joinLines(lines.slice(broken + 1).join('\n'))}`;
  if (!bare(theme)) return { theme: null, findings: [said('theme_missing', '没写活动主题，请填主题。')] };
  const findings: Finding[] = [];
  if (broken !== null)
    findings.push(said('theme_wrapped', `主题在“${lines[broken]}”后换行，请核对是不是一个主题。`, lines[broken]!));
  if ((text.match(ITEM) ?? []).length > 1)
    findings.push(said('theme_multiple', '一格里有几个主题，请定下主题或拆成几行。', theme));
  if (theme.length > 50 && /[，,。；;]/.test(theme))
    findings.push(said('theme_wrapped', '主题像一段话，请核对哪几个字是主题。', theme.slice(0, 30)));
  if (/[。；;，,、]$/.test(theme))
    findings.push(said('punctuation', `主题末尾的“${theme.at(-1)}”可以去掉。`, theme.at(-1)!));
  const other = misnamedCampaign(theme, programme);
  if (other) findings.push(said('programme_mismatch', `主题写“${other}”，计划叫“${programme}”，请核对。`, other));
  return { theme, findings };
}

function deliberateBreak(lines: string[], columnWidth: number | null): number | null {
  if (columnWidth === null || columnWidth < 5) return null;
  const at = lines.slice(0, -1).findIndex((line) => widthOf(line) < columnWidth * 0.6);
  const head = lines.slice(0, at + 1).join('');
  return at >= 0 && unbalanced(head) === 0 && !/[、，,：:—-]$/.test(head) ? at : null;
}

/** A content that stops in the middle: an open bracket, or a comma at the end. */
export function cutOff(text: string): string | null {
  const flat = bare(text);
  if (/[，,、：:（(《“]$|(?:\.{3}|…)$/.test(flat)) return flat.slice(-8);
  const opens = (flat.match(/[“（《]/g) ?? []).length - (flat.match(/[”）》]/g) ?? []).length;
  return opens > 0 && unbalanced(flat) > 0 ? flat.slice(-8) : null;
}

const COMMON_SLIPS: readonly (readonly [RegExp, string])[] = [
  [/预(?=打造|举办|建设|开展|邀请)[^，。]{2}/, '拟'],
  [/座淡|坐谈/, '座谈'],
  [/克缓|既使|按装|渡假|罗列式|在接再厉|布署/, ''],
];

/** A phrase of the content that sounds like one of the theme and is written otherwise (小麦补贴 / 小卖补贴). */
export function suspectedSlips(theme: string, content: string): { raw: string; instead: string }[] {
  const source = bare(content.slice(0, 4_000));
  const slips = COMMON_SLIPS.flatMap(([pattern, instead]) => {
    const raw = pattern.exec(source)?.[0];
    return raw ? [{ raw, instead }] : [];
  });
  const phrases = phrasesOf(bare(theme), 4);
  for (const phrase of phrasesOf(source, 4)) {
    const twin = phrases.has(phrase) ? undefined : [...phrases].find((other) => soundsAlike(phrase, other));
    if (twin) slips.push({ raw: phrase, instead: twin });
  }
  return slips.slice(0, 1);
}

function phrasesOf(text: string, length: number): Set<string> {
  const phrases = new Set<string>();
  for (const run of text.match(/[\u4e00-\u9fff]+/g) ?? []) {
    for (let i = 0; i + length <= run.length; i += 1) phrases.add(run.slice(i, i + length));
  }
  return phrases;
}

function soundsAlike(one: string, other: string): boolean {
  let at = -1;
  for (let i = 0; i < one.length; i += 1) {
    if (one[i] === other[i]) continue;
    if (at >= 0) return false;
    at = i;
  }
  return at >= 0 && sound(one[at]!) === sound(other[at]!);
}

function sound(sign: string): string {
  return pinyin(sign, { toneType: 'none' });
}
