import type { Visitor } from './browser';

/**
 * Counts every press of a finger on the page, also one into a field, from now on. A key pressed is no tap; what is
 * pressed by a script is none either.
 */
export async function countTaps({ page }: Visitor): Promise<() => Promise<number>> {
  const count = () => {
    const counted = window as unknown as { taps?: number };
    counted.taps = 0;
    window.addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted) counted.taps = (counted.taps ?? 0) + 1;
      },
      true,
    );
  };
  await page.evaluate(count);
  return () => page.evaluate(() => (window as unknown as { taps?: number }).taps ?? -1);
}
