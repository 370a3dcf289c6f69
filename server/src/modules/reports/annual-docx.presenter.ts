import type { AnnualEvidence, AnnualReport } from '@openday/shared/annual';
import { dayOf } from '@openday/shared/dates';
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  changeWords,
  comparedWords,
  dateWords,
  dayWords,
  FIGURE_NAMES,
  SOURCE_NAMES,
  unspaced,
} from './annual-words.rules';
import { annex, FONT, heading, LINE, paperOf, plain, run, SIZE, signed, title, WIDTH } from './paper-docx.presenter';

/** The report as offices write it: title, sections numbered in Chinese, tables, page numbers; the sessions as an annex. */
export async function presentAnnualDocx(report: AnnualReport, sessions: AnnualEvidence[]): Promise<Buffer> {
  const { year, unit, programme, asOf } = report;
  const name = programme?.title ?? `${year} 年政府开放日活动`;
  return paperOf(unit.name, `${name}情况报告`, [
    title(unit.name),
    title(`${name}情况报告`),
    new Paragraph({ spacing: LINE }),
    heading('一、总体情况'),
    plain(report.paragraph.map(({ text }) => text).join('')),
    heading('二、主要数据'),
    figureTable(report),
    heading('三、各月活动场次'),
    monthTable(report.months),
    heading('四、与上年比较'),
    ...comparison(report),
    heading('五、数据说明'),
    ...notes(report).map(plain),
    ...signed(unit.name, dayOf(asOf)),
    annex('活动明细'),
    sessionTable(sessions),
  ]);
}

function figureTable({ figures }: AnnualReport): Table {
  const lines = figures.map(({ kind, value, wording, note }) => [
    FIGURE_NAMES[kind],
    value === null ? '—' : String(value),
    unspaced(wording),
    note,
  ]);
  return table([2000, 1000, 1700, 4144], [['项目', '数量', '报告写作', '说明'], ...lines], [1]);
}

function monthTable(months: number[]): Table {
  const lines = [months.map((_, i) => `${i + 1}月`), months.map((n) => (n ? String(n) : '—'))];
  return table(Array<number>(12).fill(Math.floor(WIDTH / 12)), lines, 'centred');
}

function comparison({ before, figures, year }: AnnualReport): (Paragraph | Table)[] {
  if (!before) return [plain(`${year - 1} 年没有录入，不作比较。`)];
  const lines = figures.flatMap((now) => {
    const then = before.figures.find(({ kind }) => kind === now.kind);
    return then ? [[FIGURE_NAMES[now.kind], comparedWords(then), comparedWords(now), changeWords(now, then)]] : [];
  });
  return [table([2844, 2000, 2000, 2000], [['项目', `${before.year} 年`, `${year} 年`, '变化'], ...lines], [1, 2])];
}

function notes({ came, asOf, figures }: AnnualReport): string[] {
  const sources = came.map(({ source, sessions, people }) =>
    source === 'none' ? `没有到场记录 ${sessions} 场` : `${SOURCE_NAMES[source]} ${sessions} 场 ${people} 人`,
  );
  const estimated = figures.find(({ kind }) => kind === 'participants')?.estimated;
  return [
    `数据取自 ${dayWords(dayOf(asOf))}的记录。举办场次是已经结束、没有取消的场次。`,
    sources.length ? `到场人数的来源：${sources.join('，')}。` : '没有到场记录。',
    estimated ? `到场人数里有估计：${estimated.rows} 场 ${estimated.value} 人，所以写作“约”。` : '到场人数里没有估计。',
  ];
}

function sessionTable(sessions: AnnualEvidence[]): Table {
  const lines = sessions.map(({ at, theme, unit, value, source }, i) => [
    ...[String(i + 1), at ? dateWords(dayOf(at)) : '', theme, unit],
    ...[value === null ? '—' : String(value), source ? SOURCE_NAMES[source] : ''],
  ]);
  return table(
    [760, 1400, 2624, 2000, 860, 1200],
    [['序号', '日期', '活动', '单位', '人数', '来源'], ...lines],
    [0, 4],
  );
}

/** `numbers`: columns that are set to the right, or every one in the middle. The head is repeated on each page, and no row is cut. */
function table(widths: number[], lines: string[][], numbers: number[] | 'centred'): Table {
  const place = (column: number) =>
    Array.isArray(numbers) && numbers.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const cell = (text: string, column: number, head: boolean) =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 80, right: place(column) === AlignmentType.RIGHT ? 160 : 80, top: 50, bottom: 50 },
      children: [
        new Paragraph({
          alignment: head || numbers === 'centred' ? AlignmentType.CENTER : place(column),
          children: [run(text, head ? FONT.heading : FONT.body, SIZE.table)],
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((all, one) => all + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: lines.map(
      (line, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: line.map((text, column) => cell(text, column, row === 0)),
        }),
    ),
  });
}
