const REACHABLE = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Layers over the page, the topmost last. */
const layers: HTMLElement[] = [];

/**
 * Puts the focus on the layer of that id, keeps Tab inside it while it is the topmost, and gives the focus back where it
 * was. Returns the way to let go.
 */
export function holdFocus(id: string): () => void {
  const layer = document.getElementById(id);
  if (!layer) return () => undefined;
  const before = document.activeElement;
  // On the way down: Taro's field of several lines lets no key come up again.
  if (layers.length === 0) document.addEventListener('keydown', goRound, true);
  layers.push(layer);
  // What asked for the focus itself, such as a field, has it already.
  if (!layer.contains(before)) layer.focus({ preventScroll: true });
  return () => {
    layers.splice(layers.indexOf(layer), 1);
    if (layers.length === 0) document.removeEventListener('keydown', goRound, true);
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}

/** Tab behind the last control goes to the first, and the other way round. */
function goRound(event: KeyboardEvent): void {
  const layer = layers.at(-1);
  if (event.key !== 'Tab' || !layer) return;
  const controls = [...layer.querySelectorAll<HTMLElement>(REACHABLE)].filter((each) => each.offsetParent !== null);
  const [first, last] = [controls[0], controls.at(-1)];
  const at = document.activeElement;
  const outside = !layer.contains(at);
  const atEnd = event.shiftKey ? outside || at === first || at === layer : outside || at === last;
  if (!atEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
