import type { DeskEventDetail, EventChange } from '@openday/shared/desk-events';
import type { NewEvent } from '@openday/shared/events';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { say, sayFailure } from '@/lib/say';
import { editor } from '@/lib/text/editor';

const { form: words } = editor;

/** What is done to an event at its own page, by the button pressed. */
export type Act = 'submit' | 'withdraw' | 'approve' | 'publish';
const DONE: Record<Act, string> = {
  submit: words.submitted,
  withdraw: words.withdrawn,
  approve: words.approved,
  publish: words.published_,
};

const ROUTES = {
  submit: 'POST /events/:id/submit',
  withdraw: 'POST /events/:id/withdraw',
  approve: 'POST /events/:id/approve',
  publish: 'POST /events/:id/publish',
} as const;

interface Ways {
  onMade?: (id: Id) => void;
  /** By this press: its unit's, or of who approves it. */
  onPublished?: (id: Id) => void;
  onSaved?: () => void;
}

/** Saving a new event or a change, and the ways on from there; every list is asked again afterwards. */
export function useEventActs({ onMade, onPublished, onSaved }: Ways = {}) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries();
  const create = useMutation({
    mutationFn: async ({ body, then }: { body: NewEvent; then: Act | null }) => {
      const { id } = await api('POST /events', { body });
      onSaved?.();
      let next = onMade;
      try {
        if (then) await api(ROUTES[then], { params: { id } });
        say(then ? DONE[then] : words.saved);
        if (then === 'publish') next = onPublished;
      } catch (failure) {
        // It is made all the same: its page is opened, and pressing again there makes no second one.
        sayFailure(failure);
      }
      next?.(id);
      await refresh();
    },
  });
  const change = useMutation({
    mutationFn: async ({ id, body, then }: { id: Id; body: EventChange; then: Act | null }) => {
      const { told } = await api('PATCH /events/:id', { params: { id }, body });
      onSaved?.();
      if (then) await api(ROUTES[then], { params: { id } });
      say(then ? DONE[then] : words.changed(told));
      if (then === 'publish') onPublished?.(id);
      await refresh();
    },
  });
  const act = useMutation({
    mutationFn: async ({ id, act: step }: { id: Id; act: Act }) => {
      await api(ROUTES[step], { params: { id } });
      say(DONE[step]);
      if (step === 'approve') onPublished?.(id);
      await refresh();
    },
  });
  const sendBack = useMutation({
    mutationFn: async ({ id, reason }: { id: Id; reason: string }): Promise<DeskEventDetail> => {
      const detail = await api('POST /events/:id/send-back', { params: { id }, body: { reason } });
      say(words.sentBackDone);
      await refresh();
      return detail;
    },
  });
  return { create, change, act, sendBack };
}
