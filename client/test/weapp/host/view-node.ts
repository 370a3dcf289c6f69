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
