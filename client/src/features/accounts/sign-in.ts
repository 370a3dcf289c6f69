import { create } from 'zustand';
import { currentTokens } from '@/lib/tokens';

interface SignInStore {
  /** What to do once signed in; null = nobody is being asked. */
  after: (() => void) | null;
}

export const useSignIn = create<SignInStore>(() => ({ after: null }));

/** Does it at once where somebody is signed in; else asks, and does it after. */
export function whenSignedIn(then: () => void): void {
  if (currentTokens()) then();
  else useSignIn.setState({ after: then });
}

export function stopSigningIn(): void {
  useSignIn.setState({ after: null });
}
