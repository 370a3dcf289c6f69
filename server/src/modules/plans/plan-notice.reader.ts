import type { PlanField } from '@openday/shared/plan-fields';
import type { RawCell } from '@openday/shared/plans';
import { contactsIn } from './plan-contact.rules';
import { partTime } from './plan-grid-row.rules';
import { type Section, sectionsOf } from './plan-headings.rules';
import { type Block, blocksOf } from './plan-notice.rules';
import { itemRows } from './plan-notice-items.rules';
import type { PlanSheet, SheetRow } from './plan-sheet.rules';
import { cutSignature, signerOf } from './plan-signature.rules';
import { bare } from './plan-words.rules';

/** No notice is longer, or has more headings. */
const LONGEST = 60_000;
const MOST_HEADINGS = 1_000;

/** A notice in prose (一、活动时间 … 二、活动地点 …) as a sheet of a row for each open day in it; null when it is none. */
export function readNotice(text: string): PlanSheet | null {
  if (text.length > LONGEST) return null;
  const clean = text.replace(/\r\n?/g, '\n').replace(/[\u200b\ufeff]/g, '');
  const sections = sectionsOf(clean).slice(0, MOST_HEADINGS);
  const first = sections[0] ?? { at: clean.length };
  const lines = (part: string) =>
    part
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const preface = lines(clean.slice(0, first.at)).slice(0, 60);
  const closing = lines(clean.slice(first.at)).slice(-400);
  const signer = signerOf(clean, preface);
  const items = itemRows(clean);
  const rows = items.length > 0 ? items : blocksOf(sections, clean).map((block) => rowOf(block, clean, signer));
  for (const { cells } of items) if (signer) cells.unit ??= signer;
  const time = rows.some(({ cells }) => cells.time) ? null : proseTime(clean);
  if (time && rows[0]) rows[0].cells.time = time;
  const told = rows.filter(({ cells }) => cells.time && Object.keys(cells).length > 1);
  if (told.length === 0) return null;
  const fields = [...new Set(told.flatMap(({ cells }) => Object.keys(cells) as PlanField[]))];
  return { preface, closing, fields, rows: told, prose: true };
}

const PLANNED = /将于|定于|拟于|拟定|计划|方案|公告|通知|预告|报名|安排/;
const CLOCK = '(?:上午|下午|晚上)?\\s*\\d{1,2}(?:[:：]\\d{2}|[点时](?:\\d{1,2}分|半)?)';
const DATED = new RegExp(
  `(?:20\\d{2}年)?\\d{1,2}月\\d{1,2}日(?:\\s*[（(][^（）()\\n]{2,6}[）)]|[）)](?=\\s*${CLOCK}))?\\s*(?:${CLOCK}(?:\\s*[-—–~～至]+\\s*${CLOCK})?|[上下]午)?(?!\\s*(?:前|之前|截止|$|\\n))`,
  'g',
);

/** A plan told in sentences: the first day it names that is no deadline and no date of signing. */
function proseTime(text: string): RawCell | null {
  if (!PLANNED.test(text)) return null;
  const told = [...text.matchAll(DATED)].find(
    ({ index }) =>
      !/(?:截止|报名|预约|发布|来源|日期|印发)[^。；;\n]{0,12}$/.test(text.slice(Math.max(0, index - 16), index)),
  );
  // 本周六（2025年9月13日）上午9:00: the bracket around the day is no part of it.
  return told ? { text: told[0].trim().replace(/日[）)]/, '日'), where: lineOf(text, told.index) } : null;
}

function rowOf({ own, common, title }: Block, text: string, signer: RawCell | null): SheetRow {
  const cells: SheetRow['cells'] = {};
  const registers: string[] = [];
  const contacts: Section[] = [];
  const flows: RawCell[] = [];
  // The shallower heading speaks for the whole; what is said of the row itself stands over what is said of all.
  const ordered = [...byLevel(own), ...byLevel(common)];
  for (const section of ordered.flatMap(parted)) {
    const body = withoutSignature(section.text);
    if (section.topic === 'contact') contacts.push(section);
    else if (section.topic === 'flow') flows.push({ text: body, where: lineOf(text, section.at) });
    else if (section.topic === 'register') registers.push(`${headingOf(section)}：${body}`);
    else if (section.topic !== 'other' && section.topic !== 'no' && bare(body) && isField(section.topic))
      cells[section.topic] ??= { text: body, where: lineOf(text, section.at) };
  }
  const [flow] = flows.filter(({ text: body }) => bare(body));
  if (flow && !cells.content) cells.content = flow;
  if (title && !cells.theme) cells.theme = { text: title.text, where: lineOf(text, title.at) };
  const note = registers.filter((part) => bare(part).length > 6).join('\n');
  if (note) cells.note = { text: note, where: lineOf(text, text.indexOf(note.slice(note.indexOf('：') + 1, 40))) };
  const said = [
    ...contacts.map((section) => `${headingOf(section)}：${firstLines(section.text)}`),
    ...registers,
    cells.audience?.text ?? '',
  ];
  const contact = contactsIn(said.join('\n'));
  if (contact) cells.contact = { text: contact, where: lineOf(text, contacts[0]?.at ?? 0) };
  if (!cells.unit && signer) cells.unit = signer;
  return { cells, torn: [], stray: null };
}

const isField = (topic: Section['topic']): topic is PlanField => !/And/.test(topic);
const byLevel = (sections: readonly Section[]) => [...sections].sort((a, b) => a.level - b.level || a.at - b.at);
const headingOf = ({ heading }: Section) =>
  heading
    .replace(/[【】［］]/g, '')
    .replace(/^[^\u4e00-\u9fff]*[一二三四五六七八九十]*[、.．）)]?\s*/, '')
    .replace(/[:：]$/, '');
const lineOf = (text: string, at: number) => `第 ${text.slice(0, Math.max(0, at)).split('\n').length} 行`;
const firstLines = (body: string) => body.trim().split('\n').slice(0, 3).join('\n');

/** A heading for two things: its text is shared out between them. */
function parted(section: Section): Section[] {
  const { topic, text } = section;
  const as = (other: Section['topic'], part: string): Section => ({ ...section, topic: other, text: part });
  if (topic === 'timeAndVenue') {
    const [time, venue] = partTime(text.trim());
    return [as('time', time), as('venue', venue.replace(/^(?:在|地点[:：]?)/, ''))];
  }
  if (topic === 'themeAndContent') {
    const [, theme = '', content = ''] = /^\s*([^\n]*)\n?([\s\S]*)$/.exec(text) ?? [];
    return [as('theme', theme), as('content', content)];
  }
  if (topic !== 'audienceAndRegister') return [section];
  const at = text.search(/(?:^|\n|[。；;])[^\n。；;]*(?:拨打|报名|预约)/);
  return at < 0 ? [as('audience', text)] : [as('audience', text.slice(0, at + 1)), as('register', text.slice(at + 1))];
}

/** The unit and date a notice ends with, and what a web page puts under it, are not part of its last section. */
function withoutSignature(text: string): string {
  const lines = cutSignature(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const end = lines.findIndex(
    (line, i) => i > 0 && /^(?:特此|附件|相关(?:文档|附件)|扫一扫|版权|分享到|打印|关闭)/.test(line),
  );
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').replace(/[。；;，,]$/, '');
}
