import type { NewRegistration, Registration } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useInSight } from '@/lib/useInSight';
import { attempt, forgetRefusal, giveUp, type RegisterState, useAttempt } from './attempts';

export interface Registering {
  state: RegisterState;
  /** Resolves with the registration, or null where it was refused or given up; `state` then says why. */
  submit: (body: NewRegistration) => Promise<Registration | null>;
  stop: () => void;
  /** Whether the sheet is still there to be looked at: the turn may come after it was left. */
  isLooking: () => boolean;
}

/** Registers for a session. Whoever leaves the page keeps their place; coming back, they find it as it stands. */
export function useRegister(session: Id): Registering {
  const client = useQueryClient();
  const state = useAttempt(session);
  const shown = useInSight();
  const looking = useRef(true);
  useEffect(() => {
    looking.current = shown;
    return () => {
      looking.current = false;
    };
  }, [shown]);
  useEffect(() => () => forgetRefusal(session), [session]);

  const submit = async (body: NewRegistration) => {
    const registration = await attempt(session, body);
    if (registration) await client.invalidateQueries({ queryKey: ['registrations'] });
    return registration;
  };

  return { state, submit, stop: () => giveUp(session), isLooking: () => looking.current };
}
