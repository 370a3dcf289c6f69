/** Tells when the tab goes out of sight and comes back. Returns how to stop. */
export function onAwake(tell: (awake: boolean) => void): () => void {
  const look = () => tell(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}
