import decodeQR from 'qr/decode.js';

/** Pixels a module is drawn with. */
const SCALE = 4;

/** What a camera reads from a QR code drawn as an SVG data URI. */
export function readDrawnCode(uri: string): string {
  const svg = decodeURIComponent(uri.replace(/^data:image\/svg\+xml,/, ''));
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < SCALE; dy++) {
      for (let dx = 0; dx < SCALE; dx++) {
        const at = ((Number(y) * SCALE + dy) * side + Number(x) * SCALE + dx) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return decodeQR({ width: side, height: side, data });
}
