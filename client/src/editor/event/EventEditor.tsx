import type { DeskEventDetail } from '@openday/shared/desk-events';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Affects } from '@/features/desk/Affects';
import { ApiError } from '@/lib/api-error';
import { say } from '@/lib/say';
import { editor } from '@/lib/text/editor';
import { useAccount } from '@/lib/tokens';
import { ApprovalPanel } from './ApprovalPanel';
import { AskedPanel } from './AskedPanel';
import { type EventForm, eventChange, formOf, isChanged, newEvent } from './event-form';
import { lacksOf } from './event-lacks';
import { ImageFields } from './ImageFields';
import { MoreSessions } from './MoreSessions';
import { Preview } from './Preview';
import { ToldPanel } from './ToldPanel';
import { type Act, useEventActs } from './useEventActs';
import { useKeptForm } from './useKeptForm';
import { useNeedsApproval } from './useNeedsApproval';
import { OwnerFields, WhatFields } from './WhatFields';
import { WhenFields } from './WhenFields';
import { WindowField } from './WindowField';

const { form: words } = editor;

export interface EventEditorProps {
  /** What a new one is begun from: another, a kind, or nothing. */
  from?: string;
  /** Null = a new one. */
  detail: DeskEventDetail | null;
  begin: EventForm;
  onMade: (id: Id) => void;
  onPublished: (id: Id) => void;
}

/** The event's words, pictures, sessions, and what is done with it. */
export function EventEditor({ detail, from = '', begin, onMade, onPublished }: EventEditorProps) {
  const account = useAccount();
  const place = `${account?.id} ${detail?.event.id ?? `new ${from}`}`;
  const kept = useKeptForm(place, detail ? JSON.stringify(eventChange(begin, detail)) : '', begin);
  const { form } = kept;
  const [lacks, setLacks] = useState<Record<string, string>>({});
  const [tell, setTell] = useState(false);
  const { create, change } = useEventActs({ onMade, onPublished, onSaved: kept.forget });
  const needsApproval = useNeedsApproval(detail, form);
  const state = detail?.event.state ?? 'draft';
  const draft = state === 'draft';
  const problem = create.error ?? change.error;
  const refusal = problem instanceof ApiError ? problem : null;
  const asks = refusal?.code === 'AFFECTS_PEOPLE';
  const details = asks ? [] : (refusal?.details ?? []);
  const wrong = { ...Object.fromEntries(details.map(({ field, message }) => [field, message])), ...lacks };
  const set = (part: Partial<EventForm>) => {
    kept.change({ ...form, ...part });
    setLacks({});
    create.reset();
    change.reset();
  };
  const send = (then: Act | null, more: { confirm?: boolean; reason?: string } = {}) => {
    const found = lacksOf(form, { ready: then !== null });
    setLacks(found);
    const [first, ...rest] = Object.values(found);
    // What is lacking may be out of sight.
    if (first) return say(words.lacks(rest.length + 1, first));
    if (!detail) create.mutate({ body: newEvent(form), then });
    else {
      const body = { ...eventChange(form, detail), ...(tell && { tell }), ...more };
      change.mutate({ id: detail.event.id, body, then }, { onSuccess: () => setTell(false) });
    }
  };
  const fields = { form, wrong, onChange: set };
  const busy = create.isPending || change.isPending;
  const changed = !detail || isChanged(form, detail);
  const failure = problem && !asks && (Object.keys(wrong).length > 0 ? words.check : problem.message);
  return (
    <View className="setup">
      <View className="setup__main">
        {detail?.sentBack && draft && <Notice icon="undo">{words.wasSentBack(detail.sentBack)}</Notice>}
        {kept.restored && (
          <Notice icon="pencil" act={{ text: words.afresh, onTap: kept.afresh }}>
            {words.restored}
          </Notice>
        )}
        <WhatFields {...fields} />
        {draft ? (
          <WhenFields {...fields} />
        ) : (
          detail && (
            <>
              {state === 'announced' && form.window && (
                <View className="group panel">
                  <WindowField window={form.window} onPick={(window) => set({ window })} />
                </View>
              )}
              <MoreSessions detail={detail} />
            </>
          )
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
            asksWhy
            lines={refusal.details.map(({ message }) => message)}
            busy={busy}
            onYes={(reason) => send(null, { confirm: true, ...(reason && { reason }) })}
            onNo={() => change.reset()}
          />
        )}
        {!asks && (
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
        {draft && needsApproval && <ApprovalPanel detail={null} />}
        {detail && <AskedPanel detail={detail} />}
        <ToldPanel detail={detail} tell={tell} onTell={setTell} />
        <Preview form={form} />
      </View>
    </View>
  );
}

/** What stands, for the page to begin with. */
export const beginOf = (detail: DeskEventDetail): EventForm => formOf(detail.event);
