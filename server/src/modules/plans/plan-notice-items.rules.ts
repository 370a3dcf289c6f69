import type { RawCell } from '@openday/shared/plans';
import { contactsIn } from './plan-contact.rules';
import { peopleIn } from './plan-headcount.rules';
import type { SheetRow } from './plan-sheet.rules';
import { cutSignature } from './plan-signature.rules';
import { UNIT_END } from './plan-unit.rules';

/** 1.9月5日上午9:00-10:30，区法院开展“旁听一场庭审”活动，地点：…: an open day told in one numbered sentence. */
const BEGINS =
  /(?<=^|[\n。；;：:])\s*(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,2}[)）])\s*(?=(?:20\d{2}年)?\d{1,2}月\d{1,2}日)/g;
const TIME = /^[^，,。；;“”]{4,60}?(?=[，,。；;]|在|于|由)/;
const UNIT = /[，,]\s*(?:由)?([^，,。；;“”]{2,24}?)(?:将)?(?:开展|举办|组织|举行|召开)/;
const THEME = /[“"]([^”"]{2,40})[”"]/;
const PLACE = /(?:地点[:：为]?\s*|在)([^，,。；;“”]{2,40}?)(?=[，,。；;]|开展|举办|举行|召开|$)/;

/** The rows of a notice that tells its open days in numbered sentences; empty where there are not two of them. */
export function itemRows(text: string): SheetRow[] {
  const body = cutSignature(text);
  const starts = [...body.matchAll(BEGINS)].map(({ index, 0: mark }) => index + mark.length);
  if (starts.length < 2) return [];
  return starts.map((from, i) => {
    const item = body
      .slice(from, starts[i + 1] ?? body.length)
      .replace(/\s*(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,2}[)）])\s*$/, '')
      .split('\n')[0]!
      .trim();
    const where = `第 ${text.slice(0, from).split('\n').length} 行`;
    return { cells: cellsOf(item, where), torn: [], stray: null };
  });
}

function cellsOf(item: string, where: string): SheetRow['cells'] {
  const cells: SheetRow['cells'] = { content: { text: item, where } };
  const put = (field: keyof SheetRow['cells'], text: string | null | undefined) => {
    if (text?.trim()) cells[field] = { text: text.trim(), where } satisfies RawCell;
  };
  const unit = UNIT.exec(item)?.[1];
  put('time', TIME.exec(item)?.[0]);
  put('theme', THEME.exec(item)?.[1]);
  put('venue', PLACE.exec(item)?.[1]);
  put('contact', contactsIn(item));
  put('unit', unit && UNIT_END.test(unit) ? unit : null);
  const counting = item.split(/[，,。；;]/).filter((clause) => peopleIn(clause).length > 0);
  put('headcount', counting.length === 1 ? counting[0] : null);
  return cells;
}
