import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { ApiError } from '@/lib/api-error';
import { signInSilently } from '@/lib/auth';
import { routes } from '@/lib/routes';
import { sayFailure } from '@/lib/say';
import { readStored } from '@/lib/stored';
import { currentTokens } from '@/lib/tokens';

/** What signing in is for. */
let after: (() => void) | null = null;

/**
 * Does it at once where somebody is signed in, or where WeChat says who it is; else asks on a page of its own, and does it
 * after.
 */
export function whenSignedIn(then: () => void): void {
  if (currentTokens()) {
    then();
    return;
  }
  signInSilently().then(
    (account) => (account ? then() : askFirst(then)),
    (failure) => {
      sayFailure(failure);
      // There are other ways in, and none without network.
      if (failure instanceof ApiError && failure.code !== 'OFFLINE') askFirst(then);
    },
  );
}

function askFirst(then: () => void): void {
  // Pressed twice before the page is there.
  const opening = after !== null;
  after = then;
  if (opening) return;
  const fail = () => {
    after = null;
  };
  void Taro.navigateTo({ url: routes.signIn, fail });
}

/** The page that asks is left: goes on with what it was for, where somebody signed in. */
export function goOn(): void {
  const then = after;
  after = null;
  if (currentTokens()) then?.();
}

/** On pages of one's own: WeChat says who it is before anybody has to press, but not for who signed out by hand. */
export function useSilentSignIn(): void {
  useEffect(() => {
    if (!currentTokens() && !readStored('signedOut')) signInSilently().catch(console.info);
  }, []);
}
