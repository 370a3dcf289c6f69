import type { NewRegistration, Registration } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { newKey } from '@/lib/new-key';
import { registerPatiently, type Wait } from './register-patiently';

export type RegisterState =
  | { step: 'form'; refusal: ApiError | null }
  | { step: 'sending'; since: number }
  | { step: 'waiting'; since: number; wait: Wait; until: number };

export interface Registering {
  state: RegisterState;
  /** Resolves with the registration, or null where it was refused or given up; `state` then says why. */
  submit: (body: NewRegistration) => Promise<Registration | null>;
  stop: () => void;
}

/** Registers for a session. One body has one key, however often it is sent; another body gets another. */
export function useRegister(sessionId: Id): Registering {
  const client = useQueryClient();
  const [state, setState] = useState<RegisterState>({ step: 'form', refusal: null });
  const attempt = useRef<{ body: string; key: string } | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const submit = async (body: NewRegistration): Promise<Registration | null> => {
    // A second press while the first is on its way is the same press.
    if (running.current) return null;
    const text = JSON.stringify(body);
    if (attempt.current?.body !== text) attempt.current = { body: text, key: newKey() };
    const idempotencyKey = attempt.current.key;
    const control = new AbortController();
    running.current = control;
    const since = Date.now();
    setState({ step: 'sending', since });
    try {
      const registration = await registerPatiently(
        () => {
          const params = { id: sessionId };
          return api('POST /sessions/:id/registrations', { params, body, idempotencyKey, signal: control.signal });
        },
        {
          onWait: (wait) => setState({ step: 'waiting', since, wait, until: Date.now() + wait.ms }),
          sleep: (ms) => pause(ms, control.signal),
          random: Math.random,
        },
      );
      setState({ step: 'form', refusal: null });
      await client.invalidateQueries({ queryKey: ['registrations'] });
      return registration;
    } catch (failure) {
      const refusal = failure instanceof ApiError ? failure : null;
      setState({ step: 'form', refusal });
      if (!refusal && !control.signal.aborted) throw failure;
      return null;
    } finally {
      running.current = null;
    }
  };

  return { state, submit, stop: () => running.current?.abort() };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('given up'));
    });
  });
}
