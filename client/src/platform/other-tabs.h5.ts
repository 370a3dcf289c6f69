const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('openday-door');

/** What is kept of the door changed: other tabs of this browser should look again. */
export function tellOtherTabs(): void {
  channel?.postMessage('changed');
}

/** Calls when another tab told. */
export function hearOtherTabs(listener: () => void): void {
  channel?.addEventListener('message', listener);
}
