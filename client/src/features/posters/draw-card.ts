import { eventWords } from '@/lib/text/event';
import type { Drawing } from '@/platform/Easel';
import { ACCENT, INK, letters, lines, PALE, WHITE } from './pen';
import type { Poster } from './poster';
import { balanced, clipped, wrap } from './wrap';

const { poster: words } = eventWords;

/** WeChat shows a shared card's picture at 5 : 4. */
const WIDTH = 800;
const HEIGHT = 640;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const HEAD = 380;

/** The picture of a card shared in WeChat: what, when, where. */
export function cardDrawing({ theme, unit, when, where }: Poster): Drawing {
  return {
    width: WIDTH,
    height: HEIGHT,
    draw: (pen) => {
      pen.fillStyle = WHITE;
      pen.fillRect(0, 0, WIDTH, HEIGHT);
      pen.fillStyle = ACCENT;
      pen.fillRect(0, 0, WIDTH, HEAD);
      pen.textAlign = 'left';
      pen.fillStyle = PALE;
      const small = letters(pen, 32);
      lines(pen, [words.openDay], { x: MARGIN, y: 44, px: 32 });
      lines(pen, clipped(wrap(unit, INNER, small), 1, INNER, small), { x: MARGIN, y: HEAD - 78, px: 32 });
      pen.fillStyle = WHITE;
      const measure = letters(pen, 62, 600);
      lines(pen, clipped(balanced(theme, INNER, measure), 2, INNER, measure), { x: MARGIN, y: 108, px: 62 });
      pen.fillStyle = INK;
      const strong = letters(pen, 44, 600);
      const y = lines(pen, clipped(wrap(when, INNER, strong), 2, INNER, strong), { x: MARGIN, y: HEAD + 40, px: 44 });
      const plain = letters(pen, 38);
      const [place = ''] = where;
      lines(pen, clipped(wrap(place, INNER, plain), 1, INNER, plain), { x: MARGIN, y: y + 14, px: 38 });
    },
  };
}
