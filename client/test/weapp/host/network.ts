import { type Callbacks, type Reply, settle } from './callbacks';

const AT_ONCE = 10;
const TIMEOUT_MS = 60_000;

type NetworkListener = (status: { isConnected: boolean; networkType: string }) => void;

interface RequestOptions extends Callbacks {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  timeout?: number;
}

/** wx.request by real HTTP: to `origin`, whatever address was baked into the bundle. */
export class Network {
  /** `METHOD /path` of every request, in order. */
  readonly sent: string[] = [];
  /** `METHOD /path STATUS` of every answer, in order. */
  readonly answered: string[] = [];
  private running = 0;
  private without = false;
  private readonly listeners = new Set<NetworkListener>();

  constructor(private readonly origin: string) {}

  /** No network: every request fails. Who listens is told. */
  get cut(): boolean {
    return this.without;
  }

  set cut(cut: boolean) {
    this.without = cut;
    for (const listener of this.listeners) listener(this.status());
  }

  /** The functions of `wx` about the network; `revive` makes a reply's JSON a value of the app's own realm. */
  api(revive: (json: string) => unknown) {
    return {
      request: (options: RequestOptions) => this.request(options, revive),
      downloadFile: (options: RequestOptions) => {
        const tempFilePath = `wxfile://download${new URL(options.url).pathname}`;
        const success = (reply: Reply) => options.success?.({ ...reply, tempFilePath });
        return this.request({ ...options, success }, () => null);
      },
      getNetworkType: (options: Callbacks = {}) => settle('getNetworkType', options, () => this.status()),
      onNetworkStatusChange: (listener: NetworkListener) => void this.listeners.add(listener),
      offNetworkStatusChange: (listener: NetworkListener) => void this.listeners.delete(listener),
    };
  }

  /** Whether nothing is on its way. */
  get idle(): boolean {
    return this.running === 0;
  }

  private status() {
    return { isConnected: !this.without, networkType: this.without ? 'none' : 'wifi' };
  }

  private request(options: RequestOptions, revive: (json: string) => unknown): { abort: () => void } {
    const control = new AbortController();
    if (this.running >= AT_ONCE) {
      setImmediate(() => fail(options, 'exceed max task count'));
      return { abort: () => undefined };
    }
    this.running += 1;
    this.send(options, control.signal).then(
      ({ status, header, text }) => {
        this.running -= 1;
        const reply = { statusCode: status, header, data: value(text, revive), errMsg: 'request:ok' };
        options.success?.(reply);
        options.complete?.(reply);
      },
      () => {
        this.running -= 1;
        fail(
          options,
          control.signal.aborted ? 'abort' : 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_FAILED',
        );
      },
    );
    return { abort: () => control.abort() };
  }

  private async send({ url, method = 'GET', data, header, timeout = TIMEOUT_MS }: RequestOptions, abort: AbortSignal) {
    const { pathname, search } = new URL(url);
    this.sent.push(`${method} ${pathname}`);
    if (this.cut) throw new Error('no network');
    const reply = await fetch(this.origin + pathname + search, {
      method,
      // WeChat sends this type with every request, whether it has a body or not.
      headers: { 'content-type': 'application/json', ...header },
      ...(data !== undefined && { body: typeof data === 'string' ? data : JSON.stringify(data) }),
      signal: AbortSignal.any([abort, AbortSignal.timeout(timeout)]),
    });
    this.answered.push(`${method} ${pathname} ${reply.status}`);
    return { status: reply.status, header: Object.fromEntries(reply.headers), text: await reply.text() };
  }
}

function fail(options: Callbacks, why: string): void {
  const reply = { errMsg: `request:fail ${why}` };
  options.fail?.(reply);
  options.complete?.(reply);
}

/** WeChat parses what is JSON and leaves the rest as it came. */
function value(text: string, revive: (json: string) => unknown): unknown {
  try {
    return revive(text);
  } catch {
    return text;
  }
}
