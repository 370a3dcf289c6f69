import { encode } from 'uqr';
import { toBase64 } from '@/lib/base64';

type Modules = boolean[][];

/** The code's modules at level M, without a quiet zone; true = dark. */
export function qrModules(text: string): Modules {
  return encode(text, { ecc: 'M', border: 0 }).data;
}

/** An SVG data URI with `quiet` white modules around. */
export function qrSvg(modules: Modules, quiet: number): string {
  const size = modules.length + 2 * quiet;
  let path = '';
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
    });
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The same as a 1-bit BMP, for base libraries whose image does not draw SVG. */
export function qrBmp(modules: Modules, quiet: number, scale: number): string {
  const side = (modules.length + 2 * quiet) * scale;
  const rowBytes = Math.ceil(side / 32) * 4;
  const out = bmpHeader(side, rowBytes);
  // BMP stores its rows from the bottom up.
  for (let y = side - 1; y >= 0; y--) {
    const line = new Array<number>(rowBytes).fill(0);
    const row = modules[Math.floor(y / scale) - quiet];
    for (let x = 0; x < side; x++) {
      const dark = row?.[Math.floor(x / scale) - quiet] === true;
      if (dark) line[x >> 3] = (line[x >> 3] ?? 0) | (128 >> (x & 7));
    }
    out.push(...line);
  }
  return `data:image/bmp;base64,${toBase64(out)}`;
}

function bmpHeader(side: number, rowBytes: number): number[] {
  const pixels = rowBytes * side;
  const bytes = (n: number, count: number) => Array.from({ length: count }, (_, i) => (n >>> (8 * i)) & 255);
  const file = [0x42, 0x4d, ...bytes(62 + pixels, 4), ...bytes(0, 4), ...bytes(62, 4)];
  const info = [40, side, side].flatMap((n) => bytes(n, 4)).concat(bytes(1, 2), bytes(1, 2));
  const rest = [0, pixels, 2835, 2835, 2, 2].flatMap((n) => bytes(n, 4));
  const palette = [255, 255, 255, 0, 0, 0, 0, 0];
  return [...file, ...info, ...rest, ...palette];
}
