const PRESSABLE = '[role][tabindex]';

/** What the server sent of the list gives way to the app's own, which goes on where the resident is: scrolled, typed, pressed. */
export function takeOver(): void {
  const sent = document.getElementById('first');
  const app = document.querySelector('.taro_page');
  if (!sent || !app) return;
  // What a finger has begun it ends.
  if (sent.dataset.held) {
    sent.addEventListener('free', takeOver, { once: true });
    return;
  }
  const { scrollTop = 0 } = sent.querySelector('.first__page') ?? {};
  const [typed, field] = [sent.querySelector('input'), app.querySelector('input')];
  const inField = typed !== null && document.activeElement === typed;
  const pressed = sent.querySelector(`${PRESSABLE}.pressed`);
  const twin =
    pressed && app.querySelectorAll<HTMLElement>(PRESSABLE)[[...sent.querySelectorAll(PRESSABLE)].indexOf(pressed)];

  sent.remove();
  document.body.classList.remove('sent');
  app.scrollTo(0, scrollTop);
  if (inField) field?.focus();
  if (field && typed?.value) {
    field.value = typed.value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  // The list may be another by now.
  if (twin && twin.textContent === pressed?.textContent) twin.click();
}
