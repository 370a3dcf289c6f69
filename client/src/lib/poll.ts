export interface Polled {
  /** Answers in a row in which nothing had changed. */
  quiet: number;
  /** Failures in a row. */
  failures: number;
}

export interface Poll {
  /** Asks once; true = something changed. What it throws counts as a failure. */
  ask: (signal: AbortSignal) => Promise<boolean>;
  /** How long to wait after that, ms. */
  wait: (polled: Polled) => number;
  onFailure: (failure: unknown) => void;
}

/** Asks again and again, never twice at once, until stopped. Returns how to stop. */
export function poll({ ask, wait, onFailure }: Poll): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const round = async (before: Polled) => {
    let polled: Polled;
    try {
      const changed = await ask(stopped.signal);
      polled = { quiet: changed ? 0 : before.quiet + 1, failures: 0 };
    } catch (failure) {
      if (stopped.signal.aborted) return;
      onFailure(failure);
      polled = { quiet: before.quiet, failures: before.failures + 1 };
    }
    if (!stopped.signal.aborted) timer = setTimeout(() => void round(polled), wait(polled));
  };
  void round({ quiet: 0, failures: 0 });
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
