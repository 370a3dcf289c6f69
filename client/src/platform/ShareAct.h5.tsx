import type { ShareActProps } from './ShareAct';

export const CAN_SHARE = 'share' in navigator;

/** Shares the page's address with the browser's own sheet. */
export function ShareAct({ title, className, children }: ShareActProps) {
  const share = async () => {
    try {
      await navigator.share({ title, url: window.location.href });
    } catch (failure) {
      // Closing the browser's sheet rejects too, and is no failure.
      if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
    }
  };
  return (
    <button type="button" className={className} onClick={() => void share()}>
      {children}
    </button>
  );
}
