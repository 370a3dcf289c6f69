import type { RawCell } from '@openday/shared/plans';
import { UNIT_END } from './plan-unit.rules';

const DATE =
  '(?:20\\d{2}|二[〇○零ＯO0][〇○零ＯO0一二三四五六七八九]{2})\\s*年\\s*[\\d一二三四五六七八九十]{1,2}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日';

const SIGNED = new RegExp(
  `(?:^|[\\n,，。；;\\d）)])[ \\t\\u3000]*([^\\n\\d,，。；;：:]{2,30}?)\\s*${DATE}[ \\t\\u3000。]*(?=\\n|$|扫一扫|打印|关闭|附件|相关|分享|字号|版权|主办)`,
  'g',
);

/** Who gives the notice: who signs it above the date, else whom its title or its first sentence names. */
export function signerOf(text: string, preface: readonly string[]): RawCell | null {
  const signed = [...text.matchAll(SIGNED)]
    .map(([, who]) => who!.trim())
    .filter(isUnit)
    .at(-1);
  if (signed) return cellAt(text, signed);
  const titled = preface.flatMap(
    (line) =>
      /^(?:【[^】]*】)?\s*(.{2,30}?)\s*(?:关于|20\d{2}年|第[一二三四五六七八九十\d]+届|“|政[府务]开放|公众开放)/.exec(
        line,
      )?.[1] ?? [],
  );
  const acting = [
    ...text
      .slice(0, 2_000)
      .matchAll(
        /(?:^|[\n,，。；;])\s*([^\n,，。；;“”]{2,30}?)(?:将于|定于|拟于|拟定于|计划于|准备召开|准备开展|(?:组织|举办|开展)(?=20|“|第))/g,
      ),
  ].map(([, who]) => who!);
  const source = /(?:信息)?来源[:：]\s*([^\s]{2,30})/.exec(text.slice(0, 1_000))?.[1];
  const named = [...titled, ...acting, ...(source ? [source] : [])].find(isUnit);
  return named ? cellAt(text, named) : null;
}

/** The text without the signature and all that follows it. */
export function cutSignature(text: string): string {
  const at = [...text.matchAll(SIGNED)].find(([, who]) => isUnit(who!))?.index;
  return at === undefined ? text : text.slice(0, at);
}

function isUnit(name: string): boolean {
  const unit = name.trim();
  return UNIT_END.test(unit) && unit.length >= 3 && !/^(?:为|根据|按照|经|我|本|各|该|由|关于)|[、“”《》>]/.test(unit);
}

function cellAt(text: string, unit: string): RawCell {
  return { text: unit, where: `第 ${text.slice(0, text.lastIndexOf(unit)).split('\n').length} 行` };
}
