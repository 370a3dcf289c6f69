/**
 * Keeps the screen from going dark, where the browser can; how bright it is, no page may say. Returns how to stop.
 * The browser itself lets go whenever the page is out of sight: ask again then.
 */
export function holdScreen(_bright: boolean): () => void {
  // Old browsers have none, and none has it without HTTPS.
  if (!('wakeLock' in navigator)) return () => undefined;
  const lock = navigator.wakeLock.request('screen');
  lock.catch(note);
  return () => void lock.then((taken) => taken.release()).catch(note);
}

const note = (failure: Error) => console.info('screen', failure.message);
