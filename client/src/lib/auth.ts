import type { Account, ProfileChange, Role, Tokens } from '@openday/shared/auth';
import { api } from './api';
import { eraseLists, eraseListsOfOthers } from './list-erasure';
import { queryClient } from './query';
import { store } from './stored';
import { currentTokens, setTokens } from './tokens';

/** Signs in as a demo account: the same name is the same account. NOT_FOUND where the server is no demo. */
export async function signInDemo(role: Role, name?: string): Promise<Account> {
  return enter(await api('POST /auth/demo', { body: { role, name } }));
}

/** Signs in a member of staff or of a unit. WRONG_PASSWORD where it does not match. */
export async function signInPassword(username: string, password: string): Promise<Account> {
  return enter(await api('POST /auth/password', { body: { username, password } }));
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

/** Leaves nothing of the account on this phone. */
export async function forgetAccount(): Promise<void> {
  setTokens(null);
  store('tickets', null);
  store('mine', null);
  store('events', null);
  store('family', null);
  store('knownSessions', null);
  store('sayDrafts', null);
  // Lists of names leave the phone; what the door recorded stays until the server has it.
  await eraseLists();
  queryClient.clear();
}

/** Changes one's own name or phone. */
export async function changeProfile(change: ProfileChange): Promise<Account> {
  const account = await api('PATCH /me', { body: change });
  const tokens = currentTokens();
  if (tokens) setTokens({ ...tokens, account });
  return account;
}

/** Takes the tokens that signing in gave. */
export async function enter(tokens: Tokens): Promise<Account> {
  setTokens(tokens);
  await eraseListsOfOthers(tokens.account.id);
  // What was fetched before was for nobody, or for somebody else.
  void queryClient.invalidateQueries();
  return tokens.account;
}
