/** Nothing is sent ahead of a mini program. */
export const sentList = () => null;

export function takeOver(): void {}
