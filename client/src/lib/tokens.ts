import type { Account, Tokens } from '@openday/shared/auth';
import { create } from 'zustand';
import { readStored, store } from './stored';

interface TokenStore {
  tokens: Tokens | null;
}

const useTokens = create<TokenStore>(() => ({ tokens: readStored('tokens') }));

export function currentTokens(): Tokens | null {
  return useTokens.getState().tokens;
}

/** Keeps the tokens on the phone and tells every page; null signs out. */
export function setTokens(tokens: Tokens | null): void {
  store('tokens', tokens);
  useTokens.setState({ tokens });
}

/** Who is signed in, or null. */
export function useAccount(): Account | null {
  return useTokens((state) => state.tokens?.account ?? null);
}
