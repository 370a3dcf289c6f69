/** Tells of keys pressed on a keyboard; a phone has none. Returns the way to stop. */
export function listenKeys(_onKey: (key: string) => boolean): () => void {
  return () => undefined;
}

/** Esc closes what was opened last; a phone has no such key. Returns the way to stop. */
export function onEscape(_close: () => void): () => void {
  return () => undefined;
}
