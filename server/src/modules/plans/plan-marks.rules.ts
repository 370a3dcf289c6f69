import type { PlanField } from '@openday/shared/plan-fields';
import type { RawCell } from '@openday/shared/plans';
import { holdsPhone } from './plan-contact.rules';
import { fitOf } from './plan-fit.rules';

interface Line {
  text: string;
  line: number;
  gap: string;
}
interface Block<L> {
  no: RawCell | null;
  lines: L[];
}

const TIME_START =
  /^(?:20\d{2}\s*[年/.-]|\d{1,2}\s*月|\d{1,2}\s*[-—–~至、]\s*\d{1,2}\s*月|\d{1,2}[./]\d{1,2}(?!\d)|每[周月年季天个]|待定|暂定|拟|第?[一二三四]季度|[上下]半年|全年|常年|长期|具体时间)/;
/** What makes a number at the beginning of a line a count, a date or an hour and no row's own. */
const COUNTED =
  /^(?:[人名位](?![\u4e00-\u9fff]{2})|家(?=企|单|公|外|[^\u4e00-\u9fff]|$)|户(?![\u4e00-\u9fff]{2})|[日月年](?![\u4e00-\u9fff]{3})|月[上中下份底]|个|[场次号室楼项条批期天](?![\u4e00-\u9fff]{3})|%|％|元|岁|[点时分](?![\u4e00-\u9fff]{3})|余|[-—~～至:：/]|\d)/;

/** Where each row begins, by its number or by its first column; what follows the last row apart. */
export function rowStarts<L extends Line>(
  body: readonly L[],
  fields: readonly PlanField[],
): { blocks: Block<L>[]; closing: string[] } {
  const { lines, closing } = withoutClosing(body);
  const starts = fields[0] === 'no' ? numberedStarts(lines, fields) : unnumberedStarts(lines, fields);
  const blocks = starts.map((start, i): Block<L> => {
    const own = lines.slice(start.at, starts[i + 1]?.at ?? lines.length);
    const [head] = own;
    if (!head || start.no === null) return { no: null, lines: own };
    const no: RawCell = { text: start.no, where: `第 ${head.line} 行` };
    const rest = head.text.replace(/^\d{1,3}\s*[.、．]?\s*/, '');
    return { no, lines: rest ? [{ ...head, text: rest }, ...own.slice(1)] : own.slice(1) };
  });
  return { blocks, closing };
}

/** Notes and names below a table; a date signs it only in its last lines. */
const NOTE = /^(?:注|备注|说明|附注|填表(?:人|单位|时间)|附件|制表|审核人?)\s*\d*\s*[:：]/;
/** What a web page puts below its table. */
const PAGE_END = /^(?:扫一扫|分享到|版权所有|打印本页|关闭(?:窗口|本页)|【?(?:打印|关闭)】?$)/;
const DATE = /^20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/;

function withoutClosing<L extends Line>(body: readonly L[]): { lines: L[]; closing: string[] } {
  const from = Math.max(0, body.length - 12);
  const last = body.length - 2;
  const at = body.findIndex(
    ({ text }, i) => i >= from && (NOTE.test(text) || PAGE_END.test(text) || (i >= last && DATE.test(text))),
  );
  if (at <= 0) return { lines: [...body], closing: [] };
  return { lines: body.slice(0, at), closing: body.slice(at).map(({ text }) => text) };
}

function numberedStarts(lines: readonly Line[], fields: readonly PlanField[]): { at: number; no: string | null }[] {
  const byTime = fields[1] === 'time';
  const starts: { at: number; no: string | null }[] = [];
  let expected = 1;
  const numberAt = (i: number) => {
    const match = /^(\d{1,3})(?:\s*[.、．](?!\d)\s*|\s+|$)(.*)$/.exec(lines[i]?.text ?? '');
    return match ? { n: Number(match[1]), rest: match[2] || (lines[i + 1]?.text ?? ''), alone: !match[2] } : null;
  };
  const comesLater = (n: number, after: number) => lines.some((_, i) => i > after && numberAt(i)?.n === n && suits(i));
  const suits = (i: number): boolean => {
    const found = numberAt(i);
    if (!found) return false;
    if (byTime) return TIME_START.test(found.rest);
    if (found.alone) return lines[i + 1]?.gap !== 'page';
    return TIME_START.test(found.rest) || !COUNTED.test(found.rest);
  };
  lines.forEach((_, i) => {
    const found = numberAt(i);
    if (!found || !suits(i)) return;
    const first = starts.length === 0;
    const accepted =
      found.n === expected ||
      byTime ||
      (!first && found.n > expected && found.n <= expected + 5 && !comesLater(expected, i)) ||
      (!first &&
        found.n === expected - 1 &&
        !found.alone &&
        (opensRow(found.rest, fields[1]) || opensRow(found.rest + (lines[i + 1]?.text ?? ''), fields[1]))) ||
      (first && found.n <= 3);
    if (!accepted) return;
    starts.push({ at: i, no: String(found.n) });
    expected = found.n + 1;
  });
  return starts;
}

/** A number that repeats begins a row only where the next column plainly does. */
function opensRow(rest: string, field: PlanField | undefined): boolean {
  const [first = ''] = rest.split(/\s+/);
  return field !== undefined && field !== 'content' && fitOf(field, first, {}) > 2;
}

const AREA_CODE = /(?:^|\D)0\d{2,3}[-—–－]$/;

/** A line with a number to call, or with the rest of one: 0635- / 0000801. */
function endsPhone(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  return holdsPhone(text) || (/^\d{7,8}$/.test(text) && AREA_CODE.test(lines[at - 1]?.text ?? ''));
}

/** Another number of the same row; a line with as many words as there are columns is a row of its own. */
function goesOnCalling(lines: readonly Line[], at: number, fields: readonly PlanField[]): boolean {
  const { text } = lines[at]!;
  const words = text.split(/\s+/).length;
  if (AREA_CODE.test(text)) return words < 3;
  return endsPhone(lines, at) && words < fields.length;
}

function unnumberedStarts(lines: readonly Line[], fields: readonly PlanField[]): { at: number; no: null }[] {
  if (fields[0] === 'time') {
    return lines.flatMap(({ text }, at) => (TIME_START.test(text) ? [{ at, no: null }] : []));
  }
  if (fields.at(-1) === 'contact') {
    return lines.flatMap((_, at) =>
      at === 0 || (endsPhone(lines, at - 1) && !goesOnCalling(lines, at, fields)) ? [{ at, no: null }] : [],
    );
  }
  if (fields.at(-1) === 'time') {
    return lines.flatMap((_, at) =>
      at === 0 || (TIME_START.test(lines[at - 1]!.text) && !TIME_START.test(lines[at]!.text)) ? [{ at, no: null }] : [],
    );
  }
  if (lines.length % fields.length !== 0) return [];
  return lines.flatMap((_, at) => (at % fields.length === 0 ? [{ at, no: null }] : []));
}
