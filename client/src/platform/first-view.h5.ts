import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import './first-view.scss';

const TOUCHED = '[role][tabindex], input';

/** The list that came with the page, while it is in sight. */
export function sentList(): Page<SessionCard> | null {
  const json = document.querySelector('#first > script')?.textContent;
  return json ? JSON.parse(json) : null;
}

/** What the server sent of the list gives way to the app's own, which goes on where the resident is: scrolled, typed, pressed. */
export function takeOver(): void {
  // The router shows the page once it is mounted.
  requestAnimationFrame(change);
}

function change(): void {
  const sent = document.getElementById('first');
  if (!sent) return;
  // What a finger or an input method has begun it ends.
  if (sent.dataset.held) {
    sent.addEventListener('free', change, { once: true });
    return;
  }
  const page = sent.querySelector('.first__page');
  const app = document.querySelector('.taro_page');
  const before = [...(page?.querySelectorAll<HTMLInputElement>(TOUCHED) ?? [])];
  const after = [...(app?.querySelectorAll<HTMLInputElement>(TOUCHED) ?? [])];
  const touched = (is: (each: HTMLInputElement) => boolean) => {
    const at = before.findIndex(is);
    // While a finger was down the list may have become another.
    return before[at]?.textContent === after[at]?.textContent ? after[at] : undefined;
  };
  const focused = touched((each) => each === document.activeElement);
  const pressed = touched((each) => each.classList.contains('pressed'));
  const field = touched((each) => Boolean(each.value));
  const scrolled = page?.scrollTop ?? 0;
  const typed = sent.querySelector('input')?.value ?? '';

  document.body.classList.remove('sent');
  app?.scrollTo(0, scrolled);
  focused?.focus({ preventScroll: true });
  sent.remove();
  if (field) {
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  pressed?.click();
}
