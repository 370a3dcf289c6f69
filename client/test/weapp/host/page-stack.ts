import type { Bundle } from './bundle';
import { type Callbacks, settle, WxFailure } from './callbacks';
import type { Definition, LogicLayer } from './logic-layer';
import { countNodes, type ViewNode } from './view-node';

const DEEPEST = 10;

export interface OpenPage {
  route: string;
  instance: Definition;
  /** Bytes of the largest setData call. */
  largestSet: number;
  /** Nodes at the fullest moment. */
  mostNodes: number;
}

type UrlOptions = Callbacks & { url: string };

/** The pages that are open, the last one in sight; tabs stay alive while others are looked at. */
export class PageStack {
  /** Every page ever opened since launch. */
  readonly opened: OpenPage[] = [];
  private stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();

  constructor(
    private readonly bundle: Bundle,
    private readonly layer: () => LogicLayer,
  ) {}

  get top(): OpenPage {
    const top = this.stack.at(-1);
    if (!top) throw new Error('no page is open');
    return top;
  }

  readonly instances = (): Definition[] => this.stack.map(({ instance }) => instance);

  /** The functions of `wx` that open and close pages. */
  api() {
    const go = (name: string, check: (url: Target) => void, act: (url: Target) => void) => (options: UrlOptions) =>
      settle(name, options, () => {
        const target = this.target(options.url);
        check(target);
        // The page opens after the call has returned.
        setImmediate(() => act(target));
        return {};
      });
    const noTab = ({ route }: Target) => {
      if (this.bundle.isTab(route)) throw new WxFailure('can not navigateTo a tabbar page');
    };
    return {
      navigateTo: go(
        'navigateTo',
        (target) => {
          noTab(target);
          if (this.stack.length >= DEEPEST) throw new WxFailure('webview count limit exceed');
        },
        (target) => this.push(target),
      ),
      redirectTo: go('redirectTo', noTab, (target) => {
        this.pop();
        this.push(target);
      }),
      switchTab: go(
        'switchTab',
        ({ route }) => {
          if (!this.bundle.isTab(route)) throw new WxFailure('can not switch to no-tabBar page');
        },
        (target) => this.toTab(target),
      ),
      reLaunch: go(
        'reLaunch',
        () => undefined,
        (target) => this.open(target),
      ),
      navigateBack: (options: Callbacks & { delta?: number } = {}) =>
        settle('navigateBack', options, () => {
          setImmediate(() => this.back(options.delta));
          return {};
        }),
    };
  }

  /** Closes everything and opens one page, as a launch does. */
  launch(url: string): void {
    this.open(this.target(url));
  }

  reachBottom(): void {
    this.call(this.top, 'onReachBottom');
  }

  /** As the button at the top left does. */
  back(delta = 1): void {
    for (let n = 0; n < delta && this.stack.length > 1; n++) this.pop();
    this.call(this.top, 'onShow');
  }

  private open(target: Target): void {
    while (this.stack.length > 0) this.pop();
    for (const page of this.tabs.values()) this.call(page, 'onUnload');
    this.tabs.clear();
    if (this.bundle.isTab(target.route)) this.toTab(target);
    else this.push(target);
  }

  private toTab({ route, query }: Target): void {
    while (this.stack.length > 1) this.pop();
    const before = this.stack[0];
    if (before?.route === route) return void this.call(before, 'onShow');
    if (before && this.bundle.isTab(before.route)) this.call(before, 'onHide');
    else if (before) this.pop();
    const kept = this.tabs.get(route);
    const page = kept ?? this.create(route, query);
    this.tabs.set(route, page);
    this.stack = [page];
    this.show(page, !kept);
  }

  private push({ route, query }: Target): void {
    const below = this.stack.at(-1);
    if (below) this.call(below, 'onHide');
    const page = this.create(route, query);
    this.stack.push(page);
    this.show(page, true);
  }

  private pop(): void {
    const page = this.stack.pop();
    if (page && this.tabs.get(page.route) !== page) this.call(page, 'onUnload');
  }

  private show(page: OpenPage, fresh: boolean): void {
    if (fresh) this.call(page, 'onLoad', page.instance.options);
    this.call(page, 'onShow');
    if (fresh) setImmediate(() => this.call(page, 'onReady'));
  }

  private create(route: string, options: Record<string, string>): OpenPage {
    const definition = this.layer().page(route);
    const data = structuredClone(definition.data ?? {}) as { root?: ViewNode };
    const page: OpenPage = { route, instance: {}, largestSet: 0, mostNodes: 0 };
    const setData = (patch: Record<string, unknown>, then?: () => void) => {
      const json = JSON.stringify(patch);
      page.largestSet = Math.max(page.largestSet, Buffer.byteLength(json));
      for (const [path, value] of Object.entries(JSON.parse(json) as Record<string, unknown>)) put(data, path, value);
      page.mostNodes = Math.max(page.mostNodes, data.root ? countNodes(data.root) : 0);
      if (then) setImmediate(() => this.layer().guard(then));
    };
    Object.assign(page.instance, definition, { route, __route__: route, options, data, setData });
    this.opened.push(page);
    return page;
  }

  private call(page: OpenPage, hook: string, ...args: unknown[]): void {
    const handler = page.instance[hook];
    if (typeof handler === 'function') this.layer().guard(() => handler.apply(page.instance, args));
  }

  private target(url: string): Target {
    const { pathname, searchParams } = new URL(url, `page://${this.stack.length > 0 ? this.top.route : ''}/`);
    const route = pathname.replace(/^\//, '');
    if (!this.bundle.routes.includes(route)) throw new WxFailure(`page "${route}" is not found`);
    return { route, query: Object.fromEntries(searchParams) };
  }
}

interface Target {
  route: string;
  query: Record<string, string>;
}

/** Puts a value where a path such as `root.cn.[0].v` says, making what is missing on the way. */
function put(data: object, path: string, value: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  let at = data as Record<string, unknown>;
  steps.slice(0, -1).forEach((step, index) => {
    at[step] ??= /^\d+$/.test(steps[index + 1] ?? '') ? [] : {};
    at = at[step] as Record<string, unknown>;
  });
  at[steps.at(-1) ?? ''] = value;
}
