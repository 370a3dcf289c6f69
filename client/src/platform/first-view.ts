/** Nothing is sent ahead of a mini program. */
export function takeOver(): void {}
