export type Reply = Record<string, unknown> & { errMsg?: string };

/** What nearly every function of `wx` takes besides its own options. */
export interface Callbacks {
  success?: (reply: Reply) => void;
  fail?: (reply: Reply) => void;
  complete?: (reply: Reply) => void;
}

/** A refusal in WeChat's words, e.g. `navigateTo:fail …`. */
export class WxFailure extends Error {
  override readonly name = 'WxFailure';
}

/** Tells the callbacks, or answers with a promise where there are none, as WeChat does. */
export function settle(name: string, options: Callbacks, act: () => Reply): Promise<Reply> | undefined {
  let reply: Reply;
  let failed = false;
  try {
    reply = { errMsg: `${name}:ok`, ...act() };
  } catch (failure) {
    if (!(failure instanceof WxFailure)) throw failure;
    reply = { errMsg: `${name}:fail ${failure.message}` };
    failed = true;
  }
  if (!options.success && !options.fail && !options.complete) {
    return failed ? Promise.reject(reply) : Promise.resolve(reply);
  }
  setImmediate(() => {
    (failed ? options.fail : options.success)?.(reply);
    options.complete?.(reply);
  });
  return undefined;
}
