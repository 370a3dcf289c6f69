import type { ShareActProps } from './ShareAct';

/** Shares the page's address with the browser's own sheet, or copies it where there is none. */
export function ShareAct({ title, className, children }: ShareActProps) {
  const share = async () => {
    const url = window.location.href;
    try {
      if (navigator.share) await navigator.share({ title, url });
      else await navigator.clipboard.writeText(url);
    } catch (failure) {
      // Closing the browser's sheet rejects too, and is no failure.
      if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
    }
  };
  return (
    <button type="button" className={className} onClick={share}>
      {children}
    </button>
  );
}
