import type { NewRegistration, Registration } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { newKey } from '@/lib/new-key';
import { readStored, store, type Unanswered } from '@/lib/stored';
import { currentTokens } from '@/lib/tokens';
import { registerPatiently, type Wait } from './register-patiently';

/** Where registering for a session stands. Kept apart from its page, so that the turn is waited for when one leaves it. */
export type RegisterState =
  | { step: 'form'; refusal: ApiError | null }
  | { step: 'sending'; since: number; seats: number }
  | { step: 'waiting'; since: number; seats: number; wait: Wait; until: number };

interface Attempt {
  body: string;
  key: string;
  /** While it is on its way. */
  running: AbortController | null;
}

const FORM: RegisterState = { step: 'form', refusal: null };
const attempts = new Map<Id, Attempt>();
const useStates = create<Record<Id, RegisterState>>(() => ({}));

/** How registering for the session stands, on whatever page. */
export function useAttempt(session: Id | undefined): RegisterState {
  return useStates((states) => (session && states[session]) || FORM);
}

export function attemptOf(session: Id): RegisterState {
  return useStates.getState()[session] ?? FORM;
}

/** What was sent for the session, and not answered before the app was closed; null where there is nothing of the kind. */
export function unanswered(session: Id): Unanswered | null {
  const kept = readStored('unanswered');
  const mine = kept?.session === session && kept.by === currentTokens()?.account.id;
  return mine && !attempts.get(session)?.running ? kept : null;
}

/** What became of it is known, or nobody wants to know. */
export function settle(session: Id): void {
  if (readStored('unanswered')?.session === session) store('unanswered', null);
}

/**
 * Sends one registration until it is answered. One body has one key, however often it is sent. Resolves with null where
 * it was refused or given up; `attemptOf` then says why.
 */
export async function attempt(session: Id, body: NewRegistration): Promise<Registration | null> {
  const text = JSON.stringify(body);
  const before = attempts.get(session);
  // A second press while the first is on its way is the same press.
  if (before?.running) return null;
  const cut = unanswered(session);
  const known = before ?? (cut && { body: JSON.stringify(cut.body), key: cut.key });
  const key = known?.body === text ? known.key : newKey();
  const running = new AbortController();
  attempts.set(session, { body: text, key, running });
  const { seats } = body;
  const since = Date.now();
  const account = currentTokens()?.account.id;
  const show = (state: RegisterState) => useStates.setState({ [session]: state });
  // An answer may be an ID number, which is kept nowhere in plain.
  if (account && !body.answers?.length) keep({ session, by: account, key, body });
  show({ step: 'sending', since, seats });
  const send = () => {
    // Somebody else has signed in on this phone meanwhile.
    if (currentTokens()?.account.id !== account) running.abort();
    const params = { id: session };
    return api('POST /sessions/:id/registrations', {
      params,
      body,
      idempotencyKey: key,
      signal: running.signal,
    });
  };
  try {
    const registration = await registerPatiently(send, {
      onWait: (wait) => show({ step: 'waiting', since, seats, wait, until: Date.now() + wait.ms }),
      sleep: (wait) => pause(wait, running.signal),
      random: Math.random,
    });
    show(FORM);
    settle(session);
    return registration;
  } catch (failure) {
    const refusal = failure instanceof ApiError ? failure : null;
    show({ step: 'form', refusal });
    // Nothing was reached: it may stand all the same.
    if (refusal?.code !== 'OFFLINE') settle(session);
    if (!refusal && !running.signal.aborted) throw failure;
    return null;
  } finally {
    attempts.set(session, { body: text, key, running: null });
  }
}

/** 先不报了 */
export function giveUp(session: Id): void {
  attempts.get(session)?.running?.abort();
}

/** A refusal that was read is not shown again when the sheet is opened anew. */
export function forgetRefusal(session: Id): void {
  if (attemptOf(session).step === 'form') useStates.setState({ [session]: FORM });
}

function keep(sent: Unanswered): void {
  try {
    store('unanswered', sent);
  } catch (failure) {
    // Only for who closes the app meanwhile: a full phone does without.
    console.info('attempt not kept', failure);
  }
}

/** So long; where the network was gone, until it is back at the latest. */
function pause({ reason, ms }: Wait, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (how: () => void) => {
      clearTimeout(timer);
      Taro.offNetworkStatusChange(onNetwork);
      how();
    };
    const timer = setTimeout(() => end(resolve), ms);
    const onNetwork = ({ isConnected }: { isConnected: boolean }) => isConnected && end(resolve);
    if (reason === 'offline') Taro.onNetworkStatusChange(onNetwork);
    signal.addEventListener('abort', () => end(() => reject(new Error('given up'))));
  });
}
