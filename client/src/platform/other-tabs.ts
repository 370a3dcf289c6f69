/** A mini program runs once on a phone: there is nobody else to tell. */
export function tellOtherTabs(): void {}

/** Calls when another tab told; never in a mini program. */
export function hearOtherTabs(_listener: () => void): void {}
