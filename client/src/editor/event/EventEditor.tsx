import type { DeskEventDetail } from '@openday/shared/desk-events';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { ApiError } from '@/lib/api-error';
import { editor } from '@/lib/text/editor';
import { Affects } from './Affects';
import { ApprovalPanel } from './ApprovalPanel';
import { type EventForm, eventChange, formOf, isChanged, newEvent } from './event-form';
import { lacksOf } from './event-lacks';
import { ImageFields } from './ImageFields';
import { MoreSessions } from './MoreSessions';
import { Preview } from './Preview';
import { SessionsPanel } from './SessionsPanel';
import { ToldPanel } from './ToldPanel';
import { type Act, useEventActs } from './useEventActs';
import { useNeedsApproval } from './useNeedsApproval';
import { OwnerFields, WhatFields } from './WhatFields';

const { form: words } = editor;

export interface EventEditorProps {
  /** Null = a new one. */
  detail: DeskEventDetail | null;
  begin: EventForm;
  onMade: (id: Id) => void;
}

/** The event's words, pictures, sessions, and what is done with it. */
export function EventEditor({ detail, begin, onMade }: EventEditorProps) {
  const [form, setForm] = useState(begin);
  const [lacks, setLacks] = useState<Record<string, string>>({});
  const [tell, setTell] = useState(false);
  const { create, change, act, sendBack } = useEventActs(onMade);
  const needsApproval = useNeedsApproval(detail, form);
  const state = detail?.event.state ?? 'draft';
  const draft = state === 'draft';
  const still = ['submitted', 'cancelled', 'closed'].includes(state);
  const problem = create.error ?? change.error ?? act.error;
  const refusal = problem instanceof ApiError ? problem : null;
  const asks = refusal?.code === 'AFFECTS_PEOPLE';
  const details = asks ? [] : (refusal?.details ?? []);
  const wrong = { ...Object.fromEntries(details.map(({ field, message }) => [field, message])), ...lacks };
  const set = (part: Partial<EventForm>) => {
    setForm({ ...form, ...part });
    setLacks({});
    create.reset();
    change.reset();
    act.reset();
  };
  const send = (then: Act | null, more: { confirm?: boolean; reason?: string } = {}) => {
    const found = lacksOf(form, { ready: then !== null });
    setLacks(found);
    if (Object.keys(found).length > 0) return;
    if (!detail) create.mutate({ body: newEvent(form), then });
    else {
      const body = { ...eventChange(form, detail), ...(tell && { tell }), ...more };
      change.mutate({ id: detail.event.id, body, then }, { onSuccess: () => setTell(false) });
    }
  };
  const fields = { form, wrong, onChange: set };
  const busy = create.isPending || change.isPending || act.isPending;
  const changed = !detail || isChanged(form, detail);
  const failure = problem && !asks && (Object.keys(wrong).length > 0 ? words.check : problem.message);
  return (
    <View className="setup">
      <View className="setup__main">
        {detail?.sentBack && draft && <Notice icon="undo">{words.wasSentBack(detail.sentBack)}</Notice>}
        <WhatFields {...fields} />
        {draft ? (
          <SessionsPanel
            title={words.when}
            sessions={form.sessions}
            wrong={wrong}
            onChange={(sessions) => set({ sessions })}
          />
        ) : (
          detail && <MoreSessions detail={detail} />
        )}
        <OwnerFields {...fields} fixed={!draft || detail !== null} />
        <ImageFields {...fields} />
        {(failure || Object.keys(lacks).length > 0) && (
          <Notice kind="bad" icon="alert">
            {failure || words.check}
          </Notice>
        )}
        {asks && (
          <Affects
            lines={refusal.details.map(({ message }) => message)}
            busy={busy}
            onYes={(reason) => send(null, { confirm: true, ...(reason && { reason }) })}
            onNo={() => change.reset()}
          />
        )}
        {!asks && !still && (
          <View className="eventacts">
            {draft ? (
              <>
                <Button kind="primary" busy={busy} onTap={() => send(needsApproval ? 'submit' : 'publish')}>
                  {needsApproval ? words.submit : words.publish}
                </Button>
                <Button kind="ink" busy={busy} onTap={() => send(null)}>
                  {words.save}
                </Button>
              </>
            ) : (
              <Button kind="primary" off={!changed && !tell} busy={busy} onTap={() => send(null)}>
                {changed ? words.submitChange : words.nothing}
              </Button>
            )}
          </View>
        )}
      </View>
      <View className="setup__side">
        {(needsApproval || detail?.event.state === 'submitted') && (
          <ApprovalPanel
            detail={detail}
            busy={busy || sendBack.isPending}
            failure={sendBack.error}
            onAct={(step) => detail && act.mutate({ id: detail.event.id, act: step })}
            onSendBack={(reason) => detail && sendBack.mutate({ id: detail.event.id, reason })}
          />
        )}
        <ToldPanel detail={detail} tell={tell} onTell={setTell} />
        <Preview form={form} />
      </View>
    </View>
  );
}

/** What stands, for the page to begin with. */
export const beginOf = (detail: DeskEventDetail): EventForm => formOf(detail.event);
