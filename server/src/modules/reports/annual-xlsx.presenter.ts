import type { AnnualEvidence, AnnualFigureKind, AnnualReport } from '@openday/shared/annual';
import { dayOf } from '@openday/shared/dates';
import { writeXlsx } from 'hucre/xlsx';
import { changeWords, FIGURE_NAMES, SOURCE_NAMES } from './annual-words.rules';
import { type Line, sheetOf } from './sheet.rules';

/** The figures on the first sheet, the months, and the rows behind each figure on a sheet of its own. */
export async function presentAnnualXlsx(
  report: AnnualReport,
  evidence: (figure: AnnualFigureKind) => AnnualEvidence[],
): Promise<Buffer> {
  const sheets = [
    sheetOf('汇总', figureLines(report), [16, 12, 16, 60, 12, 14]),
    sheetOf('各月场次', [['月份', '举办场次'], ...report.months.map((n, i) => [`${i + 1} 月`, n])], [10, 12]),
    sheetOf('场次和到场人数', evidenceLines('人数', evidence('participants')), WIDTHS),
    sheetOf('政策解读', evidenceLines('次数', evidence('explanations')), WIDTHS),
    sheetOf('问卷发放', evidenceLines('份数', evidence('handedOut')), WIDTHS),
    sheetOf('问卷收回', evidenceLines('份数', evidence('returned')), WIDTHS),
    sheetOf('满意度', evidenceLines('满意和很满意', evidence('satisfaction')), WIDTHS),
    sheetOf('意见建议', evidenceLines('条数', evidence('suggestions')), WIDTHS),
  ];
  return Buffer.from(await writeXlsx({ sheets }));
}

const WIDTHS = [8, 14, 32, 28, 14, 14, 14, 20];
function figureLines({ figures, before, year }: AnnualReport): Line[] {
  return [
    ['项目', '记录里', '报告写作', '说明', `${year - 1} 年`, '和上年比'],
    ...figures.map((now) => {
      const { kind, value, wording, note, of, estimated } = now;
      const then = before?.figures.find((one) => one.kind === kind);
      return [
        FIGURE_NAMES[kind],
        value,
        wording,
        [estimated && `其中估计 ${estimated.value}`, of && `共 ${of} 份`, note].filter(Boolean).join('；') || null,
        then?.of ? then.wording : (then?.value ?? null),
        then ? changeWords(now, then) || null : '没有录入，不作比较',
      ];
    }),
  ];
}

const evidenceLines = (what: string, rows: AnnualEvidence[]): Line[] => [
  ['序号', '日期', '活动', '单位', what, '其中一共', '来源', '说明'],
  ...rows.map(({ at, theme, unit, value, of, source, note }, i) => [
    i + 1,
    at && dayOf(at),
    theme,
    unit,
    value,
    of,
    source && SOURCE_NAMES[source],
    note || null,
  ]),
];
