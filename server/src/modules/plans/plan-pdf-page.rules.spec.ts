import { type Drawing, readDrawing } from './plan-pdf-page.rules';
import type { Matrix } from './plan-pdf-path.rules';

const OPS = {
  save: 1,
  restore: 2,
  transform: 3,
  beginText: 4,
  setFont: 5,
  moveText: 6,
  showText: 7,
  setTextMatrix: 8,
  constructPath: 9,
  stroke: 20,
  fill: 22,
  setHScale: 10,
};
/** The first page's points from its top left. */
const VIEW: Matrix = [1, 0, 0, -1, 0, 800];
const glyph = (unicode: string, width = 1_000) => ({ unicode, width, isSpace: unicode === ' ' });

function draw(...steps: [keyof typeof OPS, ...unknown[]][]): ReturnType<typeof readDrawing> {
  const drawing: Drawing = {
    fnArray: steps.map(([name]) => OPS[name]),
    argsArray: steps.map(([, ...args]) => args),
    ops: OPS,
  };
  return readDrawing(drawing, VIEW);
}

test('signs stand where text, font size, spacing and the page put them; radicals are the characters they look like', () => {
  const { signs } = draw(
    ['save'],
    ['transform', 2, 0, 0, 2, 10, 0],
    ['beginText'],
    ['setFont', 'F1', 5],
    ['setTextMatrix', 1, 0, 0, 1, 20, 300],
    ['showText', [glyph('9', 500), -1_000, glyph('⽉')]],
    ['moveText', 0, -10],
    ['showText', [glyph('旬')]],
    ['restore'],
  );
  expect(signs).toEqual([
    { text: '9', left: 50, right: 55, y: 200, size: 10 },
    { text: '月', left: 65, right: 75, y: 200, size: 10 },
    { text: '旬', left: 50, right: 60, y: 220, size: 10 },
  ]);
});

test('text that runs up the page is no cell of a table', () => {
  expect(
    draw(['beginText'], ['setFont', 'F1', 5], ['setTextMatrix', 0, 1, -1, 0, 20, 300], ['showText', [glyph('页')]])
      .signs,
  ).toEqual([]);
});

test('strokes and thin filled boxes are lines; curves, slopes and thick boxes are none', () => {
  const line = [0, 10, 700, 1, 110, 700];
  const box = [0, 10, 600, 1, 110, 600, 1, 110, 601, 1, 10, 601, 4];
  const thick = [0, 10, 500, 1, 110, 500, 1, 110, 540, 1, 10, 540, 4];
  const others = [0, 10, 400, 1, 60, 450, 2, 1, 2, 3, 4, 60, 300];
  const { level, upright } = draw(
    ['constructPath', OPS.stroke, [line]],
    ['constructPath', OPS.fill, [box]],
    ['constructPath', OPS.fill, [thick]],
    ['constructPath', OPS.stroke, [others]],
    ['constructPath', 28, [line]],
  );
  expect(level).toEqual([
    { at: 100, from: 10, to: 110 },
    { at: 199.5, from: 10, to: 110 },
  ]);
  expect(upright).toEqual([]);
});
