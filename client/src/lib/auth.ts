import type { Account, ProfileChange, Role, Tokens } from '@openday/shared/auth';
import type { PhoneBound } from '@openday/shared/sign-in';
import type { QueryFilters } from '@tanstack/react-query';
import { api, tokensByWechat } from './api';
import { eraseLists, eraseListsOfOthers } from './list-erasure';
import { OFFERED_WAYS } from './offered';
import { queryClient } from './query';
import { store } from './stored';
import { currentTokens, setTokens } from './tokens';

/** Everything but what is of the server alone: drawn anew, the form would lose what is being typed into it. */
const OF_SOMEBODY: QueryFilters = { predicate: ({ queryKey }) => queryKey[0] !== OFFERED_WAYS };

/** Signs in as a demo account: the same name is the same account. NOT_FOUND where the server is no demo. */
export async function signInDemo(role: Role, name?: string): Promise<Account> {
  return enter(await api('POST /auth/demo', { body: { role, name } }));
}

/** Signs in by WeChat without a word. Null where that cannot be; rejects where it fails. */
export async function signInSilently(): Promise<Account | null> {
  const tokens = await tokensByWechat();
  return tokens && enter(tokens);
}

/** Becomes staff of the doors an invitation names. INVITE_ENDED where it lets nobody in any more. */
export async function joinDoor(token: string, name: string): Promise<Account> {
  return enter(await api('POST /auth/door', { body: { token, name } }));
}

/** Forgets the account on this phone, also when the server cannot be told. */
export async function signOut(): Promise<void> {
  const refreshToken = currentTokens()?.refreshToken;
  await forgetAccount();
  if (refreshToken) await api('POST /auth/logout', { body: { refreshToken } });
}

/** Leaves nothing of the account on this phone, and WeChat unasked until somebody wants in again. */
export async function forgetAccount(): Promise<void> {
  // First: pages hear at once that nobody is signed in.
  store('signedOut', true);
  setTokens(null);
  store('tickets', null);
  store('mine', null);
  store('events', null);
  store('views', null);
  store('unanswered', null);
  store('rated', null);
  store('family', null);
  store('knownSessions', null);
  store('sayDrafts', null);
  // Lists of names leave the phone; what the door recorded stays until the server has it.
  await eraseLists();
  // Not cleared: what pages in sight are asking for would never come.
  void queryClient.resetQueries(OF_SOMEBODY);
}

/** Changes one's own name or phone. */
export async function changeProfile(change: ProfileChange): Promise<Account> {
  const account = await api('PATCH /me', { body: change });
  renewAccount(account);
  return account;
}

/** The number is one's own now: of this account, or of the one of the same person that it led to. */
export async function takeBound({ account, tokens }: PhoneBound): Promise<void> {
  if (tokens) await enter(tokens);
  else renewAccount(account);
}

/** The account as the server has it now. */
export function renewAccount(account: Account): void {
  const tokens = currentTokens();
  if (tokens) setTokens({ ...tokens, account });
}

/** Takes the tokens that signing in gave. */
export async function enter(tokens: Tokens): Promise<Account> {
  setTokens(tokens);
  store('signedOut', null);
  await eraseListsOfOthers(tokens.account.id);
  // What was fetched before was for nobody, or for somebody else.
  void queryClient.invalidateQueries(OF_SOMEBODY);
  return tokens.account;
}
