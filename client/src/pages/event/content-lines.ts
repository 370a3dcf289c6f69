/** What a unit wrote of the day, by the question it answers. */
export interface ContentLines {
  /** 当天看什么 */
  day: string[];
  /** Who may come, beside the audience. */
  who: string[];
  /** What to bring or to wear. */
  bring: string[];
}

const BRING = /(请|需|要|可以?|记得)(您)?(自备|携带|自带|带|穿)|^(自备|自带|携带|带上|带好|穿)/;
const WHO = /岁(以下|以上)|(大人|家长|监护人|家人)陪/;
const AT_A_TIME = /^\d{1,2}[:：]\d{2}\s/;

/** Sorts a description's lines. A line with a clock time stays where it is: it is a step of the day. */
export function contentLines(content: string): ContentLines {
  const lines: ContentLines = { day: [], who: [], bring: [] };
  for (const line of content.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const short = line.length <= 40 && !AT_A_TIME.test(line);
    if (short && WHO.test(line)) lines.who.push(line);
    else if (short && BRING.test(line)) lines.bring.push(line);
    else lines.day.push(line);
  }
  return lines;
}
