import { posix } from 'node:path';
import { type Context, createContext, runInContext } from 'node:vm';
import type { Bundle } from './bundle';

export type Definition = Record<string, unknown>;
type Loaded = { exports: unknown };

/**
 * The thread in which WeChat runs a mini program's scripts: plain ECMAScript, timers, console and `wx`. There is no
 * window, document, fetch, AbortController, URL, process or TextEncoder, and no code from strings.
 */
export class LogicLayer {
  app: Definition = {};
  /** What went wrong without anybody seeing it: thrown in a timer, or said with console.error. */
  readonly errors: string[] = [];
  private readonly context: Context;
  private readonly modules = new Map<string, Loaded>();
  private readonly pages = new Map<string, Definition>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private entry = '';
  private ended = false;

  constructor(
    private readonly bundle: Bundle,
    wx: Record<string, unknown>,
    currentPages: () => unknown[],
    clockOffMs = 0,
  ) {
    const timer =
      (start: typeof setTimeout | typeof setInterval) => (act: (...args: unknown[]) => void, ms?: number) => {
        // What still came back to a closed app starts nothing.
        if (this.ended) return 0;
        const handle = start(() => this.guard(act), ms);
        this.timers.add(handle);
        return handle[Symbol.toPrimitive]();
      };
    const stop = (handle: number | undefined) => clearTimeout(handle);
    const sandbox = {
      wx,
      console: { ...console, error: (...said: unknown[]) => void this.errors.push(said.map(String).join(' ')) },
      setTimeout: timer(setTimeout),
      setInterval: timer(setInterval),
      clearTimeout: stop,
      clearInterval: stop,
      App: (definition: Definition) => {
        this.app = definition;
      },
      Page: (definition: Definition) => this.pages.set(this.entry, definition),
      Component: () => undefined,
      Behavior: (definition: Definition) => definition,
      getApp: () => this.app,
      getCurrentPages: currentPages,
    };
    this.context = createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
    runInContext('delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer;', this.context);
    if (clockOffMs !== 0) runInContext(wrongClock(clockOffMs), this.context);
  }

  /** A value of this realm from JSON, so that the app meets its own Object and Array. */
  readonly revive = (json: string): unknown =>
    (runInContext('JSON.parse', this.context) as (text: string) => unknown)(json);

  /** Runs app.js, and the components that every page uses. */
  start(): void {
    this.load('app.js', '');
    this.load('comp.js', '');
    if (this.bundle.app.tabBar) this.load('custom-tab-bar/index.js', '');
  }

  /** What a page's script handed to Page(). */
  page(route: string): Definition {
    if (!this.pages.has(route)) {
      this.entry = route;
      this.load(`${route}.js`, this.bundle.packageOf(route));
    }
    const definition = this.pages.get(route);
    if (!definition) throw new Error(`${route}.js registered no page`);
    return definition;
  }

  /** Calls into the app as WeChat does: what is thrown ends there and is known as an error. */
  guard(act: () => unknown): unknown {
    try {
      return act();
    } catch (thrown) {
      this.errors.push(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
      return undefined;
    }
  }

  /** Ends the app: nothing of it runs any more. */
  end(): void {
    this.ended = true;
    for (const handle of this.timers) clearTimeout(handle);
  }

  private load(file: string, fromPackage: string): unknown {
    const of = this.bundle.packageOf(file);
    if (of !== '' && of !== fromPackage) throw new Error(`${file} is required from outside its package`);
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module: Loaded = { exports: {} };
    this.modules.set(file, module);
    const require = (path: string) => {
      const wanted = posix.join(posix.dirname(file), path);
      return this.load(wanted.endsWith('.js') ? wanted : `${wanted}.js`, of);
    };
    const run = this.bundle.script(file).runInContext(this.context) as (...args: unknown[]) => void;
    run(require, module, module.exports);
    return module.exports;
  }
}

/** Makes a phone's clock go ahead by so many ms, or behind. */
function wrongClock(offMs: number): string {
  return `{
    const Right = Date;
    globalThis.Date = class Date extends Right {
      constructor(...given) {
        super(...(given.length === 0 ? [Right.now() + ${offMs}] : given));
      }
      static now() {
        return Right.now() + ${offMs};
      }
    };
  }`;
}
