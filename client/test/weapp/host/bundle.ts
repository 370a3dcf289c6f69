import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { ViewNode } from './view-node';

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string }[] };
}

/** A built mini program (`dist/weapp`) as WeChat reads it. */
export class Bundle {
  readonly app: AppJson;
  /** Every route: of the main package, then of the subpackages. */
  readonly routes: string[];
  /** Folders of the subpackages, with a slash at the end. */
  readonly roots: string[];
  private readonly scripts = new Map<string, Script>();
  private readonly templates: Map<string, string>;

  constructor(readonly folder: string) {
    this.app = JSON.parse(this.read('app.json')) as AppJson;
    const packages = this.app.subPackages ?? [];
    this.roots = packages.map(({ root }) => root.replace(/\/*$/, '/'));
    this.routes = [
      ...this.app.pages,
      ...packages.flatMap(({ pages }, index) => pages.map((page) => this.roots[index] + page)),
    ];
    this.templates = new Map(
      [...this.read('base.wxml').matchAll(/<template name="tmpl_0_(\w+)">([\s\S]*?)<\/template>/g)].map(
        ([, name = '', body = '']) => [name, body.slice(0, body.indexOf('>'))],
      ),
    );
  }

  get first(): string {
    return this.app.pages[0] ?? '';
  }

  isTab(route: string): boolean {
    return this.app.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false;
  }

  /** The subpackage a file belongs to; '' = the main package. */
  packageOf(file: string): string {
    return this.roots.find((root) => file.startsWith(root)) ?? '';
  }

  /** A script as a function of require, module and exports; compiled once for all launches. */
  script(file: string): Script {
    const known = this.scripts.get(file);
    if (known) return known;
    const wrapped = `(function (require, module, exports) {${this.read(file)}\n})`;
    const script = new Script(wrapped, { filename: join(this.folder, file) });
    this.scripts.set(file, script);
    return script;
  }

  /** Whether the WXML drawn for nodes named `nn` hands this event to the page. */
  binds(nn: string, event: string): boolean {
    return new RegExp(`\\b(?:bind|catch):?${event}="eh"`).test(this.template(nn));
  }

  /** The key under which a node's data holds what the WXML draws as this attribute; null where it draws none. */
  keyOf(nn: string, attribute: string): string | null {
    return new RegExp(`\\s${attribute}="\\{\\{[^"]*?\\bi\\.(\\w+)`).exec(this.template(nn))?.[1] ?? null;
  }

  /** What the WXML draws as this attribute of a node. */
  valueOf(node: ViewNode, attribute: string): unknown {
    const key = this.keyOf(node.nn ?? '', attribute);
    return key ? node[key] : undefined;
  }

  /** A page-container that is shown. */
  isContainer(node: ViewNode): boolean {
    return this.tagOf(node.nn ?? '') === 'page-container' && this.valueOf(node, 'show') === true;
  }

  /** The element that the WXML draws for nodes named `nn`. */
  tagOf(nn: string): string {
    return /^\s*<([\w-]+)/.exec(this.template(nn))?.[1] ?? 'view';
  }

  /** Bytes of one package, '' = the main one. */
  bytes(root = ''): number {
    const files = readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => this.packageOf(file) === root)
      .map((file) => statSync(join(this.folder, file)))
      .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
  }

  private template(nn: string): string {
    return this.templates.get(`${nn}_blur`) ?? this.templates.get(nn) ?? '';
  }

  private read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }
}
