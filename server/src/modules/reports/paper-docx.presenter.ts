import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { dayWords, unspaced } from './annual-words.rules';

/** Sizes of Chinese official papers, in half points: 二号, 三号, 小四, 四号. */
export const SIZE = { title: 44, body: 32, table: 24, foot: 28 };
const fonts = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  cs: 'Times New Roman',
});
export const FONT = {
  body: fonts('仿宋_GB2312'),
  heading: fonts('黑体'),
  title: fonts('方正小标宋简体'),
  foot: fonts('宋体'),
};
/** 28 points from line to line, two signs before a paragraph. */
export const LINE = { line: 560, lineRule: LineRuleType.EXACT };
const INDENT = 640;
/** Width of the text, twentieths of a point: A4 less its margins. */
export const WIDTH = 8844;

/** A paper as offices write it: A4 with its margins, page numbers, the letters and sizes that are asked for. */
export function paperOf(unit: string, name: string, children: FileChild[]): Promise<Buffer> {
  const document = new Document({
    creator: unit,
    title: name,
    styles: { default: { document: { run: { font: FONT.body, size: SIZE.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, footer: 1400 },
          },
        },
        footers: { default: pageNumber() },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

export const run = (text: string, font: IRunOptions['font'] = FONT.body, size = SIZE.body) =>
  new TextRun({ text, font, size });

export const title = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 640, lineRule: LineRuleType.EXACT },
    children: [run(text, FONT.title, SIZE.title)],
  });

export const heading = (text: string) =>
  new Paragraph({
    keepNext: true,
    spacing: { ...LINE, before: 120, after: 60 },
    indent: { firstLine: INDENT },
    children: [run(text, FONT.heading)],
  });

export const plain = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: LINE,
    indent: { firstLine: INDENT },
    // A space between Chinese and a number is the typesetter's business, not the text's.
    children: [run(unspaced(text))],
  });

/** Who and when stand together, never alone on a page. */
export const signed = (unit: string, day: string): Paragraph[] => [
  new Paragraph({ spacing: LINE, keepNext: true }),
  closing(unit, true),
  closing(dayWords(day)),
];

/** What follows stands on pages of its own. */
export const annex = (name: string) =>
  new Paragraph({ pageBreakBefore: true, spacing: LINE, children: [run(`附件：${name}`, FONT.heading)] });

const closing = (text: string, keepNext = false) =>
  new Paragraph({
    ...{ alignment: AlignmentType.RIGHT, indent: { right: INDENT }, spacing: LINE, keepNext },
    children: [run(text)],
  });

const pageNumber = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ font: FONT.foot, size: SIZE.foot, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
