import type { Clarity, MyResponse, MyResponses, NewResponse, Satisfaction } from '@openday/shared/responses';
import type { Id } from '@openday/shared/wire';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { draftAt, dropDraft, keepDraft } from '@/features/suggestions/drafts';
import { api } from '@/lib/api';

export const MOST = 300;
/** A word of one letter is none. */
const LEAST = 2;

interface Answers {
  satisfaction: Satisfaction | null;
  clarity: Clarity | null;
  line: string;
  wantsAnswer: boolean;
}

const placeOf = (registration: Id) => `rate:${registration}`;

/** As kept on the phone, else as sent before, else nothing chosen. */
function answersOf(registration: Id, sent: MyResponse | null) {
  const blank: Answers = {
    satisfaction: sent?.satisfaction ?? null,
    clarity: sent?.clarity ?? null,
    line: sent?.line ?? '',
    // Said on the button before it is sent; off again with one tap.
    wantsAnswer: true,
  };
  return draftAt(placeOf(registration), blank);
}

/** One sheet for each registration; what is written stays on the phone until the server has it. */
export function useRateForm({ session, items }: MyResponses, onDone: (response: MyResponse) => void) {
  const [on, setOn] = useState(items[0]?.registrationId ?? '');
  const item = items.find(({ registrationId }) => registrationId === on) ?? items[0]!;
  const [draft, setDraft] = useState(() => answersOf(item.registrationId, item.response));
  // Two quick taps come before the page is drawn again: each builds on the one before.
  const latest = useRef(draft);
  const said = draft.line.trim().length >= LEAST;
  const handed = item.response?.suggestionId;
  const asks = said && draft.wantsAnswer && !handed;
  const send = useMutation({
    mutationFn: (body: NewResponse) => api('POST /sessions/:id/responses', { params: { id: session.id }, body }),
    onSuccess: (response) => {
      dropDraft(placeOf(response.registrationId));
      onDone(response);
    },
  });
  return {
    item,
    draft,
    said,
    asks,
    /** Questions not answered yet. */
    left: Number(draft.satisfaction === null) + Number(draft.clarity === null),
    busy: send.isPending,
    failure: send.error,
    pick: (registration: Id) => {
      setOn(registration);
      latest.current = answersOf(
        registration,
        items.find((one) => one.registrationId === registration)?.response ?? null,
      );
      setDraft(latest.current);
    },
    change: (changes: Partial<Answers>) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      setDraft(next);
      keepDraft(placeOf(item.registrationId), next);
    },
    submit: () => {
      const { satisfaction, clarity, line } = draft;
      if (!satisfaction || !clarity) return;
      const words = said && !handed ? { line: line.trim(), wantsAnswer: asks } : {};
      send.mutate({ registrationId: item.registrationId, satisfaction, clarity, ...words });
    },
  };
}
