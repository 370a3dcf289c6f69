/** Prints the page in sight; null where there is nothing to print with. */
export const printPage: (() => void) | null = null;
