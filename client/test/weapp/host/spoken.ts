import type { Bundle } from './bundle';
import { pathsTo, type ViewNode } from './view-node';

/** What React says of a node, and the attribute by which WeChat's screen readers are told. */
const SAID = { role: 'aria-role', ariaLabel: 'aria-label', ariaChecked: 'aria-checked', ariaLive: 'aria-live' };

/** Everything said of nodes that the WXML does not hand on: nobody hears it. */
export function unheard(root: ViewNode, bundle: Bundle): string[] {
  return Object.entries(SAID).flatMap(([key, attribute]) =>
    pathsTo(root, (node) => node[key] !== undefined)
      .map((path) => path.at(-1) ?? {})
      .filter((node) => bundle.keyOf(node.nn ?? '', attribute) !== key)
      .map((node) => `${attribute}="${node[key]}" of a node named ${node.nn}`),
  );
}
