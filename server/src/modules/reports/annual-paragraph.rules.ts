import type { AnnualFigure, AnnualFigureKind, AnnualReport } from '@openday/shared/annual';

type Piece = AnnualReport['paragraph'][number];

interface Scope {
  year: number;
  unit: string;
  /** The unit at the top: its report is the whole district's. */
  whole: boolean;
}

/** The sentences of a report; what was not recorded is not in them. */
export function paragraphOf(figures: AnnualFigure[], { year, unit, whole }: Scope): Piece[] {
  const pieces: Piece[] = [];
  const value = (kind: AnnualFigureKind) => figures.find((one) => one.kind === kind)?.value ?? 0;
  const wording = (kind: AnnualFigureKind) => figures.find((one) => one.kind === kind)!.wording;
  const text = (words: string) => pieces.push({ text: words, figure: null });
  const told = (kind: AnnualFigureKind, more = '') => pieces.push({ text: wording(kind) + more, figure: kind });
  const clause = (kind: AnnualFigureKind, before: string, after = '') => {
    if (!value(kind)) return;
    text(before);
    told(kind);
    if (after) text(after);
  };
  if (!value('held')) {
    text(`${year} 年没有举办过的活动记录。`);
    return pieces;
  }
  text(`${year} 年，${whole ? '全区 ' : unit}`);
  if (whole || value('units') > 1) {
    if (!whole) text('所辖 ');
    told('units', '单位');
  }
  text(' 举办政府开放日活动 ');
  told('held');
  clause('participants', '，邀请居民、企业和代表 ', ' 参加');
  clause('handedOut', '，发放满意度问卷 ');
  clause('explanations', '，现场解读政策 ');
  text('。');
  if (!value('suggestions')) return pieces;
  clause('suggestions', '收到意见建议 ');
  clause('declared', '，单位说办结 ');
  clause('confirmed', '，居民确认解决 ');
  text('。');
  return pieces;
}
