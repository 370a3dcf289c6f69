import { onGoBack } from './go-back.h5';

const LAYER = '[role="dialog"], [role="listbox"], .taro__modal:not([style*="display: none"])';
const IN_LAYER = '[role="radio"], [role="option"], [role="button"], [role="checkbox"], [role="link"], input';

/**
 * Tells of keys pressed while nothing is being typed and no sheet is open: `j`, `ArrowDown`, `Enter`, `Ctrl+z` (⌘ too).
 * True = it was for something, so that the page does not scroll as well. Returns the way to stop.
 */
export function listenKeys(onKey: (key: string) => boolean): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.isComposing || isTyping(event.target)) return;
    const layer = [...document.querySelectorAll(LAYER)].at(-1);
    if (layer) {
      if (moveIn(layer, event.key)) event.preventDefault();
      return;
    }
    const held = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
    if (onKey(held + event.key)) event.preventDefault();
  };
  // What was pressed by mouse keeps the focus, and would take the next Enter for itself.
  const letGo = (event: MouseEvent) => {
    const focused = document.activeElement;
    if (event.detail > 0 && focused instanceof HTMLElement && !isTyping(focused)) focused.blur();
  };
  document.addEventListener('keydown', press);
  document.addEventListener('click', letGo, true);
  return () => {
    document.removeEventListener('keydown', press);
    document.removeEventListener('click', letGo, true);
  };
}

const closers: (() => void)[] = [];

/** Esc and the browser's Back close what was opened last. Returns the way to stop. */
export function onEscape(close: () => void): () => void {
  if (closers.length === 0) document.addEventListener('keydown', closeLast, true);
  closers.push(close);
  const letBack = onGoBack(close);
  return () => {
    letBack();
    closers.splice(closers.indexOf(close), 1);
    if (closers.length === 0) document.removeEventListener('keydown', closeLast, true);
  };
}

function closeLast(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing) return;
  event.stopPropagation();
  closers.at(-1)?.();
}

/** Arrow keys walk through a list that is open. */
function moveIn(layer: Element, key: string): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!step) return false;
  const all = [...layer.querySelectorAll<HTMLElement>(IN_LAYER)];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
  const first = all.findIndex((each) => each.matches('[aria-checked="true"], [aria-selected="true"]'));
  const next = at < 0 ? all[Math.max(0, first)] : all[at + step];
  next?.focus();
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
