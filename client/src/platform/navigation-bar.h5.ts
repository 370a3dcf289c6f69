import './navigation-bar.scss';
import './taro-layers.scss';

const BAR = 'taro-navigation-bar';

/** Taro's bar is drawn without names or keys: gives it both, as soon as it stands there. */
export function nameNavigationBar(words: { back: string; home: string }): void {
  const watcher = new MutationObserver(() => {
    const bar = document.getElementById(BAR);
    if (!bar) return;
    watcher.disconnect();
    bar.setAttribute('role', 'banner');
    const title = bar.querySelector(`.${BAR}-title`);
    title?.setAttribute('role', 'heading');
    title?.setAttribute('aria-level', '1');
    for (const act of ['back', 'home'] as const)
      makeButton(bar.querySelector<HTMLElement>(`.${BAR}-${act}`), words[act]);
  });
  watcher.observe(document.documentElement, { childList: true, subtree: true });
}

function makeButton(element: HTMLElement | null, name: string): void {
  if (!element) return;
  element.setAttribute('role', 'button');
  element.setAttribute('aria-label', name);
  element.tabIndex = 0;
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    element.click();
  });
}
