import { momentText } from '@openday/shared/dates';
import type { DeskSuggestion, SuggestionStep } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { MayAct } from '@/features/desk/MayAct';
import { useMayAct } from '@/features/desk/may-act';
import { serverNow } from '@/lib/clock';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';
import { AnswerForm } from './AnswerForm';
import { PhoneVerdict } from './PhoneVerdict';
import { TransferSheet } from './TransferSheet';
import { useDeskSuggestion } from './useDeskSuggestions';

/** One suggestion: what was said and done, and the next step. */
export function Detail({ id, onClose }: { id: Id; onClose: () => void }) {
  const one = useDeskSuggestion(id);
  const [moving, setMoving] = useState(false);
  const { data } = one.found;
  if (moving)
    return (
      <TransferSheet
        id={id}
        from={data?.organizer.id ?? ''}
        dueAt={data?.dueAt ?? null}
        onClose={() => setMoving(false)}
        onDone={onClose}
      />
    );
  return (
    <Sheet
      title={data ? words.kind[data.kind] : words.title}
      sub={data?.organizer.name}
      label={words.title}
      onClose={onClose}
    >
      {one.found.isPending && <Skeleton cards={2} height={140} />}
      {one.found.isError && <Failed failure={one.found.error} onAgain={() => void one.found.refetch()} />}
      {data && (
        <>
          <Group>
            <View className="section sug__said">{data.text || words.textGone}</View>
            <Who suggestion={data} one={one} />
          </Group>
          {one.failure && (
            <Notice kind="bad" icon="alert">
              {one.failure.message}
            </Notice>
          )}
          <History steps={data.steps} />
          <MayAct>
            <Acts suggestion={data} one={one} onMove={() => setMoving(true)} />
          </MayAct>
        </>
      )}
    </Sheet>
  );
}

type One = ReturnType<typeof useDeskSuggestion>;

function Who({ suggestion, one }: { suggestion: DeskSuggestion; one: One }) {
  const { name, phoneLast4 } = suggestion;
  const may = useMayAct();
  const mayCall = suggestion.mayCall && may;
  const { data, error, isPending, mutate } = one.reveal;
  const call = () => {
    // Closing WeChat's question about calling is no failure.
    if (data) Taro.makePhoneCall({ phoneNumber: data.phone }).catch(() => undefined);
  };
  return (
    <Cell
      className="rule"
      icon="user"
      sub={error?.message ?? (suggestion.mayCall ? undefined : words.noCalls)}
      value={mayCall ? (data ? words.call(data.phone) : words.reveal) : undefined}
      onTap={mayCall && !isPending ? (data ? call : () => mutate()) : undefined}
    >
      {words.who(data?.name ?? name, phoneLast4)}
    </Cell>
  );
}

function History({ steps }: { steps: SuggestionStep[] }) {
  return (
    <Group>
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
        <View key={place} className="sug__step">
          <View className="sug__when">{momentText(step.at, serverNow())}</View>
          <View className="grow">
            <View>{stepWords(step)}</View>
            {step.text && <View className="sug__words">{step.text}</View>}
          </View>
        </View>
      ))}
    </Group>
  );
}

function stepWords({ kind, organizer, verdict, caller }: SuggestionStep): string {
  if (kind === 'transferred') return words.transferredTo(organizer ?? '');
  if (kind === 'rated' && verdict && caller) return words.phonedBy(caller, words.stepVerdict[verdict]);
  if (kind === 'rated' && verdict) return `${words.step.rated}：${words.stepVerdict[verdict]}`;
  return kind === 'asked' || kind === 'added' ? words.step[kind] : `${organizer ?? ''} ${words.step[kind]}`;
}

/** What is to be done next is the filled button; everything else stands below it. */
function Acts({ suggestion, one, onMove }: { suggestion: DeskSuggestion; one: One; onMove: () => void }) {
  const { state, stage, published, publication } = suggestion;
  const owed = stage === 'new' || stage === 'working';
  return (
    <>
      {stage === 'new' && (
        <Button kind="primary" busy={one.busy} onTap={one.take}>
          {state === 'reopened' ? words.takeAgain : words.take}
        </Button>
      )}
      {(stage === 'working' || stage === 'waiting') && <AnswerForm suggestion={suggestion} one={one} />}
      <View className="sug__more">
        {state === 'answered' && (
          <Button kind="white" busy={one.busy} onTap={one.resolve}>
            {words.resolve}
          </Button>
        )}
        {suggestion.byPhone && stage !== 'new' && stage !== 'working' && (
          <PhoneVerdict suggestion={suggestion} one={one} />
        )}
        {publication && publication.state !== 'open' && (
          <View className="sug__by">
            {words.held[publication.state](publication.question, publication.reason ?? '')}
          </View>
        )}
        {published && (
          <>
            <View className="sug__by">{words.published(published.question)}</View>
            <Button kind="white" busy={one.busy} onTap={() => one.publish(null)}>
              {words.unpublish}
            </Button>
          </>
        )}
        {owed && (
          <Button kind="white" onTap={onMove}>
            {words.transfer}
          </Button>
        )}
      </View>
    </>
  );
}
