/** A node as Taro hands it to the WXML: `nn` names its template, `v` is a text's words, `cn` what is inside. */
export interface ViewNode {
  nn?: string;
  sid?: string;
  uid?: string;
  v?: string;
  cn?: ViewNode[];
  [attribute: string]: unknown;
}

export function countNodes(node: ViewNode): number {
  return (node.cn ?? []).reduce((sum, child) => sum + countNodes(child), 1);
}

/** The words inside, as they stand one after the other. */
export function wordsOf(node: ViewNode): string {
  return node.v ?? (node.cn ?? []).map(wordsOf).join('');
}

/** Paths from the root to every node that fits, outermost first in each path, in the order of the page. */
export function pathsTo(root: ViewNode, fits: (node: ViewNode) => boolean): ViewNode[][] {
  const found: ViewNode[][] = [];
  const walk = (node: ViewNode, above: ViewNode[]) => {
    const path = [...above, node];
    if (fits(node)) found.push(path);
    for (const child of node.cn ?? []) walk(child, path);
  };
  walk(root, []);
  return found;
}

/** The path to what is called so: by its words or its label; the topmost where there are several, or beside those words. */
export function pathToCalled(root: ViewNode, name: string, beside = ''): ViewNode[] | null {
  const called = (node: ViewNode) => wordsOf(node) === name || node.ariaLabel === name;
  const holding = (node: ViewNode) => node.cn !== undefined && wordsOf(node).includes(name);
  const innermost = (fits: typeof called) => (node: ViewNode) => fits(node) && !(node.cn ?? []).some(fits);
  const box = (node: ViewNode) => holding(node) && wordsOf(node).includes(beside);
  const around = beside === '' ? [root] : pathsTo(root, innermost(box)).at(-1);
  const from = around?.at(-1);
  const path = from && (pathsTo(from, innermost(called)).at(-1) ?? pathsTo(from, innermost(holding)).at(-1));
  return around && path ? [...around.slice(0, -1), ...path] : null;
}

/** An event on the last node of the path, as the node `at` is told of it. */
export function eventOn(at: ViewNode, path: ViewNode[], type: string, detail: object) {
  const target = (node: ViewNode | undefined) => ({ id: node?.uid ?? node?.sid, dataset: { sid: node?.sid } });
  return {
    ...{ type, timeStamp: Date.now(), detail, mark: {} },
    ...{ target: target(path.at(-1)), currentTarget: target(at) },
  };
}
