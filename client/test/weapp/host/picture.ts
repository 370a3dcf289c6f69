import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bundle } from './bundle';
import type { ViewNode } from './view-node';

/** WeChat's rpx are 750 to a screen's width. */
const RPX = 750;

/** How WeChat draws its own elements where a style sheet says nothing. */
const BY_ITSELF = `
html, body { margin: 0; height: 100%; }
page { display: block; min-height: 100%; }
view, scroll-view { display: block; }
scroll-view { overflow: auto; }
text { display: inline; white-space: pre-line; }
img { display: inline-block; width: 320px; height: 240px; }
img[mode="aspectFit"] { object-fit: contain; }
input, textarea { display: block; font: inherit; border: 0; background: none; padding: 0; }
`;

/**
 * A page of the real bundle as a browser can show it: the tree that its setData calls made, in the bundle's own WXSS, on a
 * screen `width` px wide. WeChat's bar is not drawn.
 */
export function htmlOf(root: ViewNode, bundle: Bundle, route: string, width: number): string {
  const wxss = ['app.wxss', `${route}.wxss`].map((file) => read(bundle.folder, file)).join('\n');
  const css = wxss.replace(/(-?[\d.]+)rpx/g, (_, size: string) => `${(Number(size) * width) / RPX}px`);
  const inside = (root.cn ?? []).map((node) => elementOf(node, bundle)).join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${BY_ITSELF}${css}</style><page>${inside}</page></html>`;
}

/** A style sheet with those it imports. */
function read(folder: string, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').replace(/@import\s*(?:url\()?["']([^"']+)["']\)?;?/g, (_, other: string) =>
    read(folder, other.startsWith('/') ? other : join(dirname(file), other)),
  );
}

function elementOf(node: ViewNode, bundle: Bundle): string {
  if (node.v !== undefined) return escaped(node.v);
  const tag = bundle.tagOf(node.nn ?? '');
  const value = (attribute: string) => node[bundle.keyOf(node.nn ?? '', attribute) ?? ''];
  const said = [
    ['id', node.uid],
    ['class', node.cl],
    ['style', node.st],
    ...['src', 'mode', 'value', 'placeholder'].map((name) => [name, value(name)] as const),
  ];
  const attributes = said
    .filter(([, each]) => typeof each === 'string' && each !== '')
    .map(([name, each]) => ` ${name}="${escaped(String(each))}"`)
    .join('');
  // A parser of HTML makes this of it anyway.
  if (tag === 'image') return `<img${attributes}>`;
  if (tag === 'input') return `<input${attributes}>`;
  return `<${tag}${attributes}>${(node.cn ?? []).map((each) => elementOf(each, bundle)).join('')}</${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
