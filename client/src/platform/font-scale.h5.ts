/** A browser's letters in px where they are of usual size. */
const USUAL = 16;

/** How much larger than usual the browser's letters are set: 1 = usual. */
export function fontScale(): number {
  // The keyword is the person's own setting, whatever size the page gives its root.
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  document.documentElement.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size > 0 ? size / USUAL : 1;
}
