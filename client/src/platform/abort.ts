type Listener = (event: { type: 'abort' }) => void;

class Signal {
  aborted = false;
  reason: unknown;
  onabort: Listener | null = null;
  private readonly listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners.delete(listener);
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }

  fire(reason: unknown) {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? Object.assign(new Error('aborted'), { name: 'AbortError' });
    this.onabort?.({ type: 'abort' });
    for (const listener of this.listeners) listener({ type: 'abort' });
  }
}

/** WeChat's logic layer has no AbortController; TanStack Query makes one for each fetch and hangs without. */
export class AbortController {
  readonly signal = new Signal();

  abort(reason?: unknown) {
    this.signal.fire(reason);
  }
}
