import type { Pen } from '@/platform/Easel';

export const INK = '#1a1a1a';
export const GREY = '#525252';
export const ACCENT = '#0a6c67';
export const PALE = '#cfe3e1';
export const WHITE = '#ffffff';
export const LINE = '#dcdcdc';

const FAMILY = '"PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif';

/** Sets the letters' size and weight; the measure of texts drawn with them. */
export function letters(pen: Pen, px: number, weight: 400 | 600 = 400): (text: string) => number {
  pen.font = `${weight} ${px}px ${FAMILY}`;
  return (text) => pen.measureText(text).width;
}

/** Draws lines below each other from `y`, the top of the first; where the next would begin. */
export function lines(pen: Pen, texts: string[], at: { x: number; y: number; px: number; leading?: number }): number {
  const { x, px, leading = 1.35 } = at;
  let { y } = at;
  pen.textBaseline = 'middle';
  for (const text of texts) {
    pen.fillText(text, x, y + (px * leading) / 2);
    y += px * leading;
  }
  return y;
}

/** A QR code's modules as squares of whole px, so that a printer keeps its edges. How wide it came out. */
export function squares(pen: Pen, modules: boolean[][], at: { x: number; y: number; side: number }): number {
  const one = Math.floor(at.side / modules.length);
  pen.fillStyle = '#000000';
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(at.x + x * one, at.y + y * one, one, one);
    });
  });
  return one * modules.length;
}
