/** Most characters WeChat takes in a field of a template, by the kind in its name (`thing1`). */
const MOST: Record<string, number> = { thing: 20, phrase: 5, name: 10, character_string: 32, const: 20 };
/** An empty field is refused (47003). */
const NOTHING: Record<string, string> = { phrase: '暂无', character_string: '-' };

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A text as WeChat takes it in this field: no line breaks, not empty, cut by code point without taking a character
 * (an emoji of several) apart. Kinds without a limit, such as `time2`, stay as they are.
 */
export function fitted(field: string, text: string): string {
  const kind = field.replace(/\d+$/, '');
  const most = MOST[kind] ?? Number.POSITIVE_INFINITY;
  const line = text.replace(/\s+/g, ' ').trim() || (NOTHING[kind] ?? '暂无');
  if ([...line].length <= most) return line;
  // 五个字的词没有地方放省略号。
  const room = kind === 'thing' ? most - 1 : most;
  let kept = '';
  for (const { segment } of letters.segment(line)) {
    if ([...kept, ...segment].length > room) break;
    kept += segment;
  }
  return kind === 'thing' ? `${kept}…` : kept;
}
