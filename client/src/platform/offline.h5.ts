/** What the first page itself asks for comes first on a slow network. */
const PAGE_FIRST_MS = 2000;

/** Keeps the pages' files in the browser once the first page is shown; needs HTTPS, or localhost. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => setTimeout(keepFiles, PAGE_FIRST_MS));
}

function keepFiles(): void {
  navigator.serviceWorker.register('/sw.js').catch((failure: Error) => {
    // A certificate nobody signed, a private window: everything works, but not without network.
    console.info('not kept for offline', failure.message);
  });
}
