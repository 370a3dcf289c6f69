import type { DeskVenue } from '@openday/shared/places';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Picks } from '@/components/Picks';
import { Select } from '@/components/Select';
import { Stepper } from '@/components/Stepper';
import { Switch } from '@/components/Switch';
import { FormRow } from '@/features/desk/FormRow';
import { InputRow } from '@/features/desk/InputRow';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { say } from '@/lib/say';
import { editor, STATE_WORDS } from '@/lib/text/editor';
import { outgoing } from '@/lib/text/outward';
import { useAccount } from '@/lib/tokens';

const { slots: words } = outgoing;
const CLOCKS = Array.from({ length: 27 }, (_, half) => {
  const minutes = 7 * 60 + half * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});
const LENGTHS = ['30', '45', '60', '90', '120'];
const OPEN = ['draft', 'announced', 'published'];

/** Which days, from when to when, how long and for how many; belongs to an event residents find it by. */
export function NewSlots({ venue, onDone }: { venue: DeskVenue; onDone: () => void }) {
  const account = useAccount();
  const client = useQueryClient();
  const [eventId, setEvent] = useState<string | null>(null);
  const [weekdays, setWeekdays] = useState([2, 4]);
  const [hours, setHours] = useState({ opens: '09:00', ends: '11:00' });
  const [minutes, setMinutes] = useState('60');
  const [seats, setSeats] = useState('10');
  const [weeks, setWeeks] = useState(2);
  const [skipsHolidays, setSkips] = useState(true);
  const [tried, setTried] = useState(false);
  const events = useQuery({
    queryKey: ['deskEvents', account?.id, 'forSlots'],
    queryFn: ({ signal }) => api('GET /desk/events', { query: { limit: 100 }, signal }),
  });
  const items = events.data?.items.filter(({ state }) => OPEN.includes(state)) ?? [];
  const make = useMutation({
    mutationFn: (event: string) =>
      api('POST /slot-plans', {
        body: {
          eventId: event,
          venueId: venue.id,
          weekdays,
          ...hours,
          minutes: Number(minutes),
          seats: Number(seats),
          weeks,
          skipsHolidays,
        },
      }),
    onSuccess: async ({ made }) => {
      say(words.made(made));
      onDone();
      await client.invalidateQueries();
    },
  });
  const details = make.error instanceof ApiError ? make.error.details : [];
  const wrong = Object.fromEntries(details.map(({ field, message }) => [field, message]));
  const badSeats = !/^[1-9]\d{0,2}$/.test(seats.trim());
  const submit = () => {
    setTried(true);
    if (eventId && weekdays.length > 0 && !badSeats) make.mutate(eventId);
  };
  const flip = (day: number) =>
    setWeekdays(weekdays.includes(day) ? weekdays.filter((on) => on !== day) : [...weekdays, day].sort());
  const clock = (key: 'opens' | 'ends') => (
    <FormRow label={words[key]} error={wrong[key]}>
      <Select
        label={words[key]}
        options={CLOCKS.map((each) => ({ key: each, text: each }))}
        on={hours[key]}
        onPick={(at) => setHours({ ...hours, [key]: at })}
      />
    </FormRow>
  );
  return (
    <>
      <FormRow label={words.event} sub={words.eventSub} error={tried && !eventId ? words.needEvent : wrong.eventId}>
        <Select
          label={words.event}
          options={items.map(({ id, theme, state }) => ({ key: id, text: `${theme} · ${STATE_WORDS[state]}` }))}
          on={eventId}
          placeholder={words.pickEvent}
          wide
          onPick={setEvent}
        />
      </FormRow>
      <FormRow label={words.days} error={tried && weekdays.length === 0 ? editor.repeat.needDay : null}>
        <Picks
          label={words.days}
          options={editor.repeat.weekdays.map((text, index) => ({
            key: String(index + 1),
            text,
            on: weekdays.includes(index + 1),
          }))}
          onPick={(day) => flip(Number(day))}
        />
      </FormRow>
      {clock('opens')}
      {clock('ends')}
      <FormRow label={words.length} error={wrong.minutes}>
        <Select
          label={words.length}
          options={LENGTHS.map((key) => ({ key, text: words.minutes(Number(key)) }))}
          on={minutes}
          onPick={setMinutes}
        />
      </FormRow>
      <InputRow
        label={words.seats}
        error={tried && badSeats ? words.needSeats : wrong.seats}
        short
        kind="number"
        value={seats}
        maxlength={3}
        onChange={setSeats}
      />
      <FormRow label={words.weeks}>
        <Stepper of="weeks" value={weeks} min={1} max={8} onChange={setWeeks} />
      </FormRow>
      <Switch on={skipsHolidays} label={words.closedOnHolidays} onChange={setSkips} />
      {make.error && details.length === 0 && <Notice kind="bad">{make.error.message}</Notice>}
      <View className="eventacts">
        <Button kind="ink" busy={make.isPending} onTap={submit}>
          {words.save}
        </Button>
        <Button kind="plain" onTap={onDone}>
          {words.cancel}
        </Button>
      </View>
    </>
  );
}
