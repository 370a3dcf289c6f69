/** Keeps the pages' files in the browser once the first page is shown; needs HTTPS, or localhost. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch((failure: Error) => {
      // A certificate nobody signed, a private window: everything works, but not without network.
      console.info('not kept for offline', failure.message);
    });
  });
}
