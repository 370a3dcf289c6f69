const OPENS = '.venue, .select__box';
const TAKES = '.cal__day--on, .cal__day--in, input, textarea, [role="radio"], [role="checkbox"], [role="button"]';

/** Brings an element into sight, opens the chooser in it or puts the focus on what can be pressed there. */
export function toControl(id: string): void {
  // Taro keeps the pages below in the document.
  const part = [...document.querySelectorAll<HTMLElement>(`[id="${id}"]`)].find((each) => each.offsetParent !== null);
  if (!part) return;
  part.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
  const chooser = part.querySelector<HTMLElement>(OPENS);
  if (chooser) chooser.click();
  else part.querySelector<HTMLElement>(TAKES)?.focus({ preventScroll: true });
}

/** Whoever asked their device for less motion. */
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
