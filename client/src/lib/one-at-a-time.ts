/** What is asked for while it runs is the same run: `act`'s answer goes to all who wait. */
export function oneAtATime<T>(act: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= act().finally(() => {
      running = null;
    });
    return running;
  };
}
