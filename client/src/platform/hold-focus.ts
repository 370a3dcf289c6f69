/** Keeps the keyboard's focus in a layer; a phone has none. Returns the way to let go. */
export function holdFocus(_id: string): () => void {
  return () => undefined;
}
