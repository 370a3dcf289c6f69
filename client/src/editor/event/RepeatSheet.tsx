import { clockOf, dayOf, dayText, instantOf } from '@openday/shared/dates';
import type { RecurrenceDay } from '@openday/shared/desk-events';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Picks } from '@/components/Picks';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { Sheet } from '@/components/Sheet';
import { Stepper } from '@/components/Stepper';
import { Switch } from '@/components/Switch';
import { FormRow } from '@/features/desk/FormRow';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { editor } from '@/lib/text/editor';
import { DayCheck } from './DayCheck';
import { movedTo, type SessionForm } from './event-form';
import { type Rhythm, ruleOf } from './recurrence';

const { repeat: words } = editor;

export interface RepeatSheetProps {
  /** Its clock, place and seats are taken; null = there is none. */
  like: SessionForm | null;
  most: number;
  onAdd: (sessions: SessionForm[]) => void;
  onClose: () => void;
}

/** Days by a rhythm, each seen before any is added. */
export function RepeatSheet({ like, most, onAdd, onClose }: RepeatSheetProps) {
  const startsAt = like?.startsAt ?? null;
  const [rhythm, setRhythm] = useState<Rhythm>(() => ({
    every: 'weekly',
    weekdays: [weekdayOf(startsAt ?? serverNow())],
    nth: '1',
    count: Math.min(8, most),
  }));
  const [skip, setSkip] = useState(true);
  const [dropped, setDropped] = useState<string[]>([]);
  const found = useMutation({
    mutationFn: () =>
      api('POST /recurrences/preview', {
        body: {
          from: dayOf(startsAt ?? serverNow()),
          rule: ruleOf(rhythm),
          holidays: skip ? 'skip' : 'keep',
        },
      }),
  });
  const change = (part: Partial<Rhythm>) => {
    setRhythm({ ...rhythm, ...part });
    setDropped([]);
    found.reset();
  };
  const days = found.data?.days ?? [];
  const held = days.filter(({ day, left }) => !left && !dropped.includes(day));
  const add = () => {
    if (!like || !startsAt) return;
    onAdd(held.map(({ day }) => movedTo(like, instantOf(day, clockOf(startsAt)))));
  };
  const ready = like && startsAt && like.endsAt && like.venue;
  const foot = found.data ? (
    <>
      <Button kind="primary" off={held.length === 0} onTap={add}>
        {words.add(held.length)}
      </Button>
      <Button kind="plain" onTap={() => found.reset()}>
        {words.again}
      </Button>
    </>
  ) : (
    <Button
      kind="primary"
      off={!ready || rhythm.weekdays.length === 0}
      busy={found.isPending}
      onTap={() => found.mutate()}
    >
      {rhythm.weekdays.length === 0 ? words.needDay : words.preview}
    </Button>
  );
  return (
    <Sheet title={words.title} sub={words.sub} label={words.title} foot={foot} onClose={onClose}>
      {!ready && <Notice>{words.needBase}</Notice>}
      {found.error && <Notice kind="bad">{found.error.message}</Notice>}
      {found.data ? (
        <Days
          days={days}
          dropped={dropped}
          held={held.length}
          onFlip={(day) => setDropped(dropped.includes(day) ? dropped.filter((d) => d !== day) : [...dropped, day])}
        />
      ) : (
        <Rhythms rhythm={rhythm} skip={skip} most={most} onChange={change} onSkip={setSkip} />
      )}
    </Sheet>
  );
}

interface RhythmsProps {
  rhythm: Rhythm;
  skip: boolean;
  most: number;
  onChange: (change: Partial<Rhythm>) => void;
  onSkip: (skip: boolean) => void;
}

function Rhythms({ rhythm, skip, most, onChange, onSkip }: RhythmsProps) {
  const { every, weekdays, nth, count } = rhythm;
  const flip = (day: number) =>
    onChange({ weekdays: weekdays.includes(day) ? weekdays.filter((on) => on !== day) : [...weekdays, day] });
  return (
    <Group>
      <View className="section">
        <FormRow label={words.every}>
          <Segmented
            label={words.every}
            options={(['weekly', 'fortnightly', 'monthly'] as const).map((key) => ({ key, text: words[key] }))}
            on={every}
            onPick={(next) => onChange({ every: next })}
          />
        </FormRow>
        {every === 'monthly' && (
          <FormRow label={words.nth}>
            <Select
              label={words.nth}
              options={['1', '2', '3', '4', '-1'].map((key) => ({ key, text: words.nths[key] ?? key }))}
              on={nth}
              onPick={(next) => onChange({ nth: next })}
            />
          </FormRow>
        )}
        <FormRow label={words.days}>
          <Picks
            label={words.days}
            options={words.weekdays.map((text, index) => ({
              key: String(index + 1),
              text,
              on: weekdays.includes(index + 1),
            }))}
            onPick={(day) => flip(Number(day))}
          />
        </FormRow>
        <FormRow label={words.count}>
          <Stepper
            of="sessions"
            value={count}
            min={1}
            max={Math.max(1, most)}
            onChange={(n) => onChange({ count: n })}
          />
        </FormRow>
      </View>
      <Switch on={skip} label={words.holidays} onChange={onSkip} />
    </Group>
  );
}

interface DaysProps {
  days: RecurrenceDay[];
  dropped: string[];
  held: number;
  onFlip: (day: string) => void;
}

/** Every day, what is special about it, and whether it is held. */
function Days({ days, dropped, held, onFlip }: DaysProps) {
  const now = serverNow();
  return (
    <Group head={words.found(held)}>
      {days.map(({ day, holiday, worked, left }) => (
        <DayCheck
          key={day}
          on={!left && !dropped.includes(day)}
          fixed={left !== null}
          day={dayText(instantOf(day, '12:00'), now)}
          note={left ? words.off(holiday ?? '') : holiday ? words.kept(holiday) : worked ? words.worked : null}
          onFlip={() => onFlip(day)}
        />
      ))}
    </Group>
  );
}

/** 1 = Monday … 7 = Sunday. */
function weekdayOf(at: string | number): number {
  return ((new Date(instantOf(dayOf(at), '12:00')).getUTCDay() + 6) % 7) + 1;
}
