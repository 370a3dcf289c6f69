/** A browser has no scanner of its own. */
export const scanOnce: (() => Promise<string>) | null = null;
