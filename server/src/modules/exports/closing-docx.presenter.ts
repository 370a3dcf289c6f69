import { AlignmentType, ImageRun, Paragraph } from 'docx';
import { annex, heading, LINE, paperOf, plain, run, signed, title } from '../reports/paper-docx.presenter';
import type { ClosingPaper } from './closing-text.rules';

/** A picture as it is stored: a JPEG, upright. */
export interface Photo {
  bytes: Buffer;
  width: number;
  height: number;
}

const A_ROW = 2;
/** A row fits between the margins, and three of them on a page; px of 96 to the inch. */
const MOST = { width: 560, height: 250 };

/** 活动总结 as offices write it: title, sections numbered in Chinese, unit and day; the photographs as an annex. */
export function presentClosingDocx(
  { title: name, lead, sections }: ClosingPaper,
  unit: string,
  day: string,
  photos: Photo[],
): Promise<Buffer> {
  return paperOf(unit, name, [
    title(unit),
    title(name),
    new Paragraph({ spacing: LINE }),
    plain(lead),
    ...sections.flatMap(([head, lines]) => [heading(head), ...lines.map(plain)]),
    ...signed(unit, day),
    ...(photos.length ? [annex('活动照片'), ...rowsOf(photos)] : []),
  ]);
}

const rowsOf = (photos: Photo[]): Paragraph[] =>
  Array.from({ length: Math.ceil(photos.length / A_ROW) }, (_, row) =>
    rowOf(photos.slice(row * A_ROW, (row + 1) * A_ROW)),
  );

/** All of one height. */
function rowOf(photos: Photo[]): Paragraph {
  const wide = photos.reduce((sum, { width, height }) => sum + width / height, 0);
  const high = Math.min(MOST.height, MOST.width / wide);
  const pictures = photos.map(({ bytes, width, height }) => {
    const size = { width: Math.round((high * width) / height), height: Math.round(high) };
    return new ImageRun({ type: 'jpg', data: bytes, transformation: size });
  });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 240 },
    children: pictures.flatMap((picture) => [run('　'), picture]).slice(1),
  });
}
