/** Tells when the app goes out of sight and comes back: on WeChat the page in front hears that itself. */
export function onAwake(_tell: (awake: boolean) => void): () => void {
  return () => undefined;
}
