import type { PlanField, RawCell } from '@openday/shared/plans';
import { fieldOfHeader } from './plan-columns.rules';
import type { PlanSheet, SheetRow } from './plan-sheet.rules';
import { UNIT_END } from './plan-unit.rules';
import { bare } from './plan-words.rules';

/** 一、活动时间 · （二）活动地点: · 活动时间：, wherever the line breaks went. */
const SECTION =
  /(?:(?<=^|[\s。；，,：:）)\d人位\u4e00-\u9fff])[（(]?[一二三四五六七八九十]{1,3}[、.．）)]\s*|(?<=^|[\n。；])\s*)((?:拟?开?展?活动|开放|参[加与]|邀请|报名|组织|承办|举办|主办|面向|具体)?(?:主题|名称|时间及地点|时间、地点|时间|日期|地点|场所|内容(?:及形式)?|流程|安排|形式|方式|对象|人员|人数|规模|单位|联系人|电话))\s*(?:[:：]|\n|(?<=[一二三四五六七八九十]{1,3}[、.．）)]\s*[\u4e00-\u9fff]{2,8}))/g;

/** 联系电话:0635-0000001, wherever it stands. */
const PHONE = /(?:联系|咨询|报名)?电话[:：]?\s*[（(]?\d[\d\-—–、/（）() ]{5,40}\d/;

/** A numbered heading we do not know ends a section too. */
const NEXT = /\n\s*[一二三四五六七八九十]{1,3}[、.．]/;

interface Section {
  field: PlanField | 'other' | null;
  text: string;
  line: number;
}

/** A notice in prose about one open day (一、活动时间 … 二、活动地点 …) as a sheet of one row; null when it is none. */
export function readNotice(text: string): PlanSheet | null {
  const clean = text.replace(/\r\n?/g, '\n');
  const sections = sectionsOf(clean);
  const cells: SheetRow['cells'] = {};
  for (const { field, text: own, line } of sections) {
    const phone = PHONE.exec(own)?.[0];
    if (phone && !cells.contact) cells.contact = { text: phone.trim(), where: `第 ${line} 行` };
    if (!field || field === 'other' || field === 'no' || cells[field]) continue;
    const body = withoutSignature(own);
    if (bare(body)) cells[field] = { text: body, where: `第 ${line} 行` };
  }
  if (!cells.time || !(cells.theme || cells.content || cells.venue)) return null;
  const preface = clean
    .slice(0, sections[0]!.text === '' ? 0 : clean.indexOf(sections[0]!.text))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const closing = clean
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-3);
  cells.unit ??= signatureOf(closing, preface, clean);
  if (!cells.unit) delete cells.unit;
  return { preface, closing, fields: Object.keys(cells) as PlanField[], rows: [{ cells, torn: [], stray: null }] };
}

function sectionsOf(text: string): Section[] {
  const marks = [...text.matchAll(SECTION)];
  return marks.flatMap((mark, i) => {
    const from = mark.index + mark[0].length;
    const body = text
      .slice(from, marks[i + 1]?.index ?? text.length)
      .split(NEXT)[0]!
      .trim();
    const line = text.slice(0, from).split('\n').length;
    if (!/时间.{0,2}地点/.test(mark[1]!)) return [{ field: fieldOfHeader(mark[1]!), text: body, line }];
    const [time = '', venue = ''] = body.split(/地点[:：]?/);
    return [
      {
        field: 'time' as const,
        text: time
          .replace(/^时间[:：]?/, '')
          .replace(/[，,；;]$/, '')
          .trim(),
        line,
      },
      { field: 'venue' as const, text: venue.trim(), line },
    ];
  });
}

/** The unit and date a notice ends with are not part of its last section. */
function withoutSignature(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  while (
    lines.length > 1 &&
    (isDate(lines.at(-1)!) ||
      /^(?:特此公告|附件|相关|扫一扫|版权)/.test(lines.at(-1)!) ||
      (UNIT_END.test(lines.at(-1)!) && lines.at(-1)!.length < 24))
  ) {
    lines.pop();
  }
  return lines.join('\n').replace(/[。；;]$/, '');
}

function isDate(line: string): boolean {
  return /^20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/.test(line);
}

/** Who signs it: the line before the date. */
function signatureOf(closing: readonly string[], preface: readonly string[], text: string): RawCell | undefined {
  const at = closing.findIndex(isDate);
  const signed = at > 0 ? closing[at - 1]! : undefined;
  const named =
    signed && UNIT_END.test(signed) && signed.length < 30 ? signed : /^(.{2,20}?)关于/.exec(preface[0] ?? '')?.[1];
  if (!named || !UNIT_END.test(named)) return undefined;
  return { text: named, where: `第 ${text.slice(0, text.lastIndexOf(named)).split('\n').length} 行` };
}
