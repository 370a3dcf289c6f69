// Stands in the page itself, after what the server sent of the list: shows it where it is this resident's, and remembers what they
// press until the app is there (platform/first-view.h5.ts). For every browser of our list as it is: nothing compiles this.
(() => {
  const sent = document.getElementById('first');
  if (!sent) return;
  /** A page the browser kept, or a clock that is wrong: its seats say nothing. */
  const MOST_AGE_MS = 60_000;
  /** Then it is said that the app has not come, and of when the list is. */
  const LATE_MS = 10_000;
  /** A finger that has left is a click so soon. */
  const CLICK_MS = 100;
  const kept = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key))?.data;
    } catch {
      return null;
    }
  };
  const drop = () => {
    sent.remove();
    document.body.classList.remove('sent');
  };
  const opens = () => /^#?(\/pages\/discover\/index.*)?$/.test(location.hash);
  if (!opens() || kept('place') || Math.abs(Date.now() - sent.dataset.at) > MOST_AGE_MS) {
    drop();
    return;
  }
  // Back, before the app is there: it will open another page.
  addEventListener('hashchange', () => opens() || drop());

  // As lib/large-type.ts and platform/font-scale.h5.ts have it.
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  sent.append(probe);
  const large = kept('largeType') ?? Number.parseFloat(getComputedStyle(probe).fontSize) >= 16 * 1.17;
  probe.remove();
  for (const { classList } of sent.querySelectorAll('.first__late, .page')) {
    if (large) classList.add('large');
    if (kept('sharp')) classList.add('sharp');
  }
  document.body.classList.add('sent');

  const late = () => sent.classList.add('late');
  setTimeout(late, LATE_MS);
  addEventListener('error', ({ target }) => target.tagName === 'SCRIPT' && late(), true);

  // Without a network the list stays: the browser's own page would stand in its place.
  const again = () =>
    fetch('/').then(
      () => location.reload(),
      () => undefined,
    );

  const press = ({ target }) => {
    if (target.closest('.first__late')) again();
    sent.querySelector('.pressed')?.classList.remove('pressed');
    target.closest('[role][tabindex]')?.classList.add('pressed');
  };
  sent.addEventListener('click', press);
  sent.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') press(event);
  });
  const hold = () => {
    sent.dataset.held = 'yes';
  };
  const free = () =>
    setTimeout(() => {
      delete sent.dataset.held;
      sent.dispatchEvent(new Event('free'));
    }, CLICK_MS);
  for (const begins of ['mousedown', 'touchstart', 'compositionstart'])
    sent.addEventListener(begins, hold, { passive: true });
  for (const ends of ['mouseup', 'touchend', 'touchcancel', 'dragend', 'blur', 'compositionend'])
    addEventListener(ends, free, { passive: true });
})();
