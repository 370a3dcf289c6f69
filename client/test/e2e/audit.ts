import { source } from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: string[]; html: string }[];
}

interface Box {
  name: string;
  width: number;
  height: number;
}

/** What can be pressed or typed into. */
const PRESSABLE = [
  ...['button', 'tab', 'radio', 'checkbox', 'switch', 'link', 'option'].map((role) => `[role="${role}"]`),
  ...['a[href]', 'button', 'input:not([type="file"])', 'textarea'],
].join(',');

/**
 * Narrower than a finger because there are many side by side; what each does can be done another way too: the row map by
 * its next and previous buttons. Seven days make a week's line; theirs is held to its height alone.
 */
const TOO_MANY = '.map__one';
const SEVEN_A_LINE = '.cal__day, .day';

/** A line of the plan's list is pressed as a whole and has its box to tick inside: to be two things side by side. */
const KNOWN = /^nested-interactive: .*(#row-|rows__one)/;

/** Serious and critical findings of axe-core in what is in sight, contrast included; a line each. `rule`: of that one alone. */
export async function axeFindings(page: Page, rule?: string): Promise<string[]> {
  // Through the debugger: the page's own content policy takes no script of ours.
  await page.evaluate(source);
  const options = { resultTypes: ['violations'], ...(rule && { runOnly: { type: 'rule', values: [rule] } }) };
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`))
    .filter((line) => !KNOWN.test(line));
}

/** What moves by itself, but for the sign that something is at work. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap(({ effect, playState }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return playState === 'running' && !target?.matches('.spin') ? [target?.className ?? ''] : [];
    }),
  );
}

/** What can be pressed in sight and is smaller than `least` px either way, with its size. */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  const boxes = await page.evaluate(
    ({ pressable, exempt, narrow, wanted }) =>
      [...document.querySelectorAll<HTMLElement>(pressable)]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(exempt))
        .map((each) => {
          const { width, height } = each.getBoundingClientRect();
          const name = `${each.className} “${(each.ariaLabel ?? each.textContent ?? '').slice(0, 20)}”`;
          return { name, width: each.matches(narrow) ? Math.max(width, wanted) : width, height };
        }),
    { pressable: PRESSABLE, exempt: TOO_MANY, narrow: SEVEN_A_LINE, wanted: least },
  );
  // Half a pixel is how a browser rounds.
  const small = ({ width, height }: Box) => width > 0 && height > 0 && Math.min(width, height) < least - 0.5;
  return boxes.filter(small).map(({ name, width, height }) => `${name} ${width.toFixed(1)} × ${height.toFixed(1)}`);
}

/** What stands beyond the right edge of the screen and cannot be scrolled to inside a box of its own. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // A map is moved by a finger.
    const scrolls = (each: Element) =>
      each.matches('.leaflet-container') || /auto|scroll/.test(getComputedStyle(each).overflowX);
    const inBox = (each: Element) => {
      for (
        let around = each.parentElement;
        around && !around.matches('.taro_page, body');
        around = around.parentElement
      )
        if (scrolls(around) && around.clientWidth <= innerWidth) return true;
      return false;
    };
    return (
      [...document.querySelectorAll<HTMLElement>('.taro_page *')]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
        // What has no width shows nothing: the map's own helper.
        .filter((each) => each.getBoundingClientRect().width > 0)
        .filter((each) => !inBox(each))
        .map((each) => `${each.className} to ${Math.round(each.getBoundingClientRect().right)}`)
        .slice(0, 5)
    );
  });
}
