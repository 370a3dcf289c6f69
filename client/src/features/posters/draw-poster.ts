import { eventWords } from '@/lib/text/event';
import type { Drawing, Pen } from '@/platform/Easel';
import { ACCENT, GREY, INK, LINE, letters, lines, PALE, squares, WHITE } from './pen';
import type { Poster } from './poster';
import { balanced, clipped, phrased, wrap } from './wrap';

const { poster: words } = eventWords;

/** A4 at 150 dots an inch: sharp on paper, half a megabyte in a group. */
const WIDTH = 1240;
const HEIGHT = 1754;
const MARGIN = 96;
const TOP = 72;
const AIR = 90;
const INNER = WIDTH - 2 * MARGIN;
const FOOT = 420;
/** Where what belongs to a label begins. */
const INDENT = 150;

/** At a poster's foot. */
const CODE = { x: MARGIN, y: HEIGHT - FOOT + 50, side: 320 };

/** A poster of one A4 page with a code at its foot: a QR code's modules, or the path of a mini code's picture. */
export function posterDrawing(poster: Poster, code: boolean[][] | string): Drawing {
  return {
    width: WIDTH,
    height: HEIGHT,
    ...(typeof code === 'string' && { picture: { path: code, ...CODE } }),
    draw: (pen) => {
      pen.fillStyle = WHITE;
      pen.fillRect(0, 0, WIDTH, HEIGHT);
      const below = head(pen, poster);
      body(pen, poster, below);
      foot(pen, poster, code);
    },
  };
}

/** The coloured field: whose open day, what, by whom. Returns where it ends. */
function head(pen: Pen, { theme, unit, forms, day }: Poster): number {
  const { px, title } = titleOf(pen, theme);
  const measure = letters(pen, 42);
  const by = clipped(wrap(unit, INNER, measure), 2, INNER, measure);
  // With little to say below, the name has the room.
  const air = day.length === 0 ? AIR : 0;
  const height = TOP + 92 + 2 * air + title.length * px * 1.28 + 26 + by.length * 42 * 1.35 + 56;
  pen.fillStyle = ACCENT;
  pen.fillRect(0, 0, WIDTH, height);
  pen.textAlign = 'left';
  pen.fillStyle = PALE;
  letters(pen, 38, 600);
  lines(pen, [words.openDay], { x: MARGIN, y: TOP, px: 38 });
  pen.textAlign = 'right';
  const measureForms = letters(pen, 36);
  lines(pen, clipped(wrap(forms, INNER - 260, measureForms), 1, INNER - 260, measureForms), {
    x: WIDTH - MARGIN,
    y: TOP + 1,
    px: 36,
  });
  pen.textAlign = 'left';
  pen.fillStyle = WHITE;
  letters(pen, px, 600);
  const after = lines(pen, title, { x: MARGIN, y: TOP + 92 + air, px, leading: 1.28 });
  pen.fillStyle = PALE;
  letters(pen, 42);
  lines(pen, by, { x: MARGIN, y: after + 26, px: 42 });
  return height;
}

/** As large as lets it stand in two lines, else in three, else in four. */
function titleOf(pen: Pen, theme: string): { px: number; title: string[] } {
  const sizes = [
    [112, 2],
    [92, 3],
    [76, 4],
  ] as const;
  // Smaller between its phrases rather than larger across a word.
  for (const set of [phrased, balanced]) {
    for (const [px, most] of sizes) {
      const title = set(theme, INNER, letters(pen, px, 600));
      if (title && title.length <= most) return { px, title };
    }
  }
  const measure = letters(pen, 76, 600);
  return { px: 76, title: clipped(wrap(theme, INNER, measure), 4, INNER, measure) };
}

/** When, where, how many, and what happens as far as there is room. */
function body(pen: Pen, { when, where, seats, until, day }: Poster, from: number): void {
  const [place, ...ways] = where;
  let y = from + 52;
  if (when) y = fact(pen, words.when, when, [], y);
  if (place) y = fact(pen, words.where, place, ways, y);
  if (seats) y = fact(pen, words.room, seats, until ? [until] : [], y);
  const end = HEIGHT - FOOT - 24;
  const [first] = day;
  if (!first || y + 96 > end) return;
  pen.fillStyle = LINE;
  pen.fillRect(MARGIN, y, INNER, 2);
  y += 28;
  const measure = letters(pen, 42);
  pen.fillStyle = INK;
  for (const text of day) {
    const set = wrap(text, INNER, measure);
    // A line begun is a line finished.
    if (y + set.length * 42 * 1.4 > end) return;
    y = lines(pen, set, { x: MARGIN, y, px: 42, leading: 1.4 }) + 14;
  }
}

function fact(pen: Pen, label: string, text: string, subs: string[], from: number): number {
  const width = INNER - INDENT;
  pen.fillStyle = GREY;
  letters(pen, 38);
  lines(pen, [label], { x: MARGIN, y: from + 7, px: 38 });
  pen.fillStyle = INK;
  const measure = letters(pen, 50, 600);
  const x = MARGIN + INDENT;
  let y = lines(pen, clipped(balanced(text, width, measure), 2, width, measure), { x, y: from, px: 50 });
  pen.fillStyle = GREY;
  const small = letters(pen, 36);
  for (const sub of subs) {
    y = lines(pen, clipped(balanced(sub, width, small), 2, width, small), { x, y: y + 2, px: 36 });
  }
  return y + 26;
}

/** The code, what it is for, and whom to call. */
function foot(pen: Pen, { scan, contact }: Poster, code: boolean[][] | string): void {
  const top = HEIGHT - FOOT;
  pen.fillStyle = LINE;
  pen.fillRect(MARGIN, top, INNER, 2);
  const side = typeof code === 'string' ? CODE.side : squares(pen, code, CODE);
  const x = MARGIN + side + 64;
  const width = WIDTH - MARGIN - x;
  pen.fillStyle = ACCENT;
  letters(pen, 76, 600);
  const y = lines(pen, [scan], { x, y: top + 64, px: 76 });
  pen.fillStyle = GREY;
  const measure = letters(pen, 38);
  const texts = [words.scanSub, contact ?? ''].filter(Boolean).flatMap((text) => wrap(text, width, measure));
  lines(pen, clipped(texts, 4, width, measure), { x, y: y + 22, px: 38, leading: 1.5 });
}
