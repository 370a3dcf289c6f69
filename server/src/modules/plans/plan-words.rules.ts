/** Han characters, the CJK marks and full-width forms: one column wide each; the rest is half of one. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·]/g;
const BESIDE_NOTHING = /[ \t\u00a0\u3000]+/g;

/** Full-width letters, digits and signs as their half-width ones. Never for text that is shown. */
export function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000|\u00a0/g, ' ');
}

/** Without any white space: how two phrases are compared. */
export function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A space stays only between two ASCII letters or digits; PDF readers put one around every number. */
export function tight(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/g, '')
    .trim();
}

/** Width of a line in Han characters, as it sits in a printed column. */
export function widthOf(text: string): number {
  return (text.length + (text.match(WIDE)?.length ?? 0)) / 2;
}

/** The lines of a wrapped cell as one: a space only where two Latin words meet. */
export function joinLines(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(BESIDE_NOTHING, ' ').trim())
    .filter(Boolean);
  return lines
    .map((line, i) => (i > 0 && /[A-Za-z]$/.test(lines[i - 1]!) && /^[A-Za-z]/.test(line) ? ` ${line}` : line))
    .join('');
}

/** A sheet's sentence for people: wrapped lines joined, and no space between a Han character and a number. */
export function sentence(text: string): string {
  return joinLines(text).replace(
    /(?<=[\u4e00-\u9fff，。、；：（）“”]) +(?=[0-9])|(?<=[0-9]) +(?=[\u4e00-\u9fff，。、；：（）“”])/g,
    '',
  );
}

const OPENS = '“（(《【';
const CLOSES = '”））》】';

/** How many marks stay open or close nothing, pair by pair; （ and ) count as one kind. */
export function unbalanced(text: string): number {
  const open = [0, 0, 0, 0];
  const kinds = [0, 1, 1, 2, 3];
  for (const sign of text) {
    const opens = OPENS.indexOf(sign);
    if (opens >= 0) open[kinds[opens]!]! += 1;
    const closes = sign === ')' ? 1 : CLOSES.indexOf(sign);
    if (closes >= 0) open[kinds[closes]!]! -= 1;
  }
  return open.reduce((sum, left) => sum + Math.abs(left), 0);
}

const DIGITS = '零一二三四五六七八九';

const ONE = '[一二三四五六七八九]';
/** 三千零五十, 十二, 百: each unit once and in its order. */
const NUMERAL = new RegExp(`^(?:${ONE}千)?零?(?:${ONE}?百)?零?(?:${ONE}?十)?(?:(?<![一二三四五六七八九])${ONE}|零)?$`);

/** A Chinese numeral below 10,000 (十二, 两百, 三十五), or null. */
export function chineseNumber(text: string): number | null {
  const signs = text.replace(/两/g, '二').replace(/〇/g, '零');
  if (!NUMERAL.test(signs) || signs === '') return null;
  let total = 0;
  let digit = 0;
  for (const sign of signs) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (unit) {
      total += (digit || 1) * unit;
      digit = 0;
    } else digit = DIGITS.indexOf(sign);
  }
  return total + digit;
}
