import { rangeText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { FormRow } from '@/features/desk/FormRow';
import { MomentField } from '@/features/desk/MomentField';
import { ModeRow } from '@/features/setup/ModeRow';
import { DrawRules, PartyRules, PoolFields, TimeRules } from '@/features/setup/SetupFields';
import { type SetupForm, seatsTyped, withMode } from '@/features/setup/setup-form';
import { VenueSheet } from '@/features/venues/VenueSheet';
import { serverNow } from '@/lib/clock';
import { MODE_WORDS } from '@/lib/text/admitting';
import { editor } from '@/lib/text/editor';
import { setup as setupWords } from '@/lib/text/setup';
import { roomOf, type SessionForm, venueName } from './event-form';

const { form: words } = editor;
const TWO_HOURS = 2 * 3_600_000;

export interface SessionEditorProps {
  session: SessionForm;
  place: number;
  /** Errors by field of this session. */
  wrong: Record<string, string>;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (change: Partial<SessionForm>) => void;
  onDrop: (() => void) | null;
}

/** One session: a line, or all there is to set of it. */
export function SessionEditor({ session, place, wrong, open, onOpen, onChange, onDrop }: SessionEditorProps) {
  const { startsAt, endsAt, venue, setup } = session;
  const bad = Object.keys(wrong).length > 0;
  const when = startsAt && endsAt ? rangeText(startsAt, endsAt, serverNow()) : words.needStart;
  const seats = setup.mode === 'none' ? MODE_WORDS.none : words.seats(seatsTyped(setup));
  const line = [venue && venueName(venue), seats].filter(Boolean).join(' · ');
  return (
    <View className="occasion">
      <View className="occasion__head">
        <View className="grow">
          <View className="strong">{open ? words.session(place + 1) : when}</View>
          {!open && <View className="formrow__sub">{line}</View>}
          {!open && bad && (
            <View className="field__error" role="alert">
              {words.check}
            </View>
          )}
        </View>
        <Act label={`${open ? words.fold : words.edit} ${words.session(place + 1)}`} onTap={() => onOpen(!open)}>
          {open ? words.fold : words.edit}
        </Act>
        {onDrop && <Act icon="close" label={`${words.drop} ${place + 1}`} onTap={onDrop} />}
      </View>
      {open && <Open session={session} wrong={wrong} onChange={onChange} />}
    </View>
  );
}

function Open({ session, wrong, onChange }: Pick<SessionEditorProps, 'session' | 'wrong' | 'onChange'>) {
  const { startsAt, endsAt, setup } = session;
  const set = (change: Partial<SetupForm>) => onChange({ setup: { ...setup, ...change } });
  const fields = { room: roomOf(session.venue), startsAt: startsAt ?? undefined, form: setup, wrong, onChange: set };
  /** Moved, it lasts as long as it did; new, two hours. */
  const start = (at: string | null) => {
    if (!at) return;
    const length = startsAt && endsAt ? Date.parse(endsAt) - Date.parse(startsAt) : TWO_HOURS;
    onChange({ startsAt: at, endsAt: new Date(Date.parse(at) + length).toISOString() });
  };
  return (
    <>
      <FormRow label={words.starts} error={wrong.startsAt}>
        <MomentField label={words.starts} value={startsAt} onChange={start} />
      </FormRow>
      <FormRow label={words.ends} error={wrong.endsAt}>
        <MomentField
          label={words.ends}
          value={endsAt}
          near={startsAt ?? undefined}
          onChange={(at) => onChange({ endsAt: at })}
        />
      </FormRow>
      <VenueField session={session} error={wrong.venueId ?? wrong.venue} onChange={onChange} />
      <View className="occasion__seats">
        <ModeRow
          mode={setup.mode}
          onPick={(mode) => onChange({ setup: withMode(setup, mode, setupWords.firstPool) })}
        />
        {setup.mode !== 'none' && (
          <>
            <PoolFields {...fields} />
            {setup.mode === 'draw' && <DrawRules {...fields} />}
            <TimeRules {...fields} />
            <PartyRules {...fields} />
          </>
        )}
      </View>
    </>
  );
}

function VenueField(props: { session: SessionForm; error?: string; onChange: SessionEditorProps['onChange'] }) {
  const { session, error, onChange } = props;
  const [choosing, setChoosing] = useState(false);
  const room = roomOf(session.venue);
  const shown = session.venue
    ? [venueName(session.venue), room !== null && setupWords.room(room)].filter(Boolean).join(' · ')
    : words.pickVenue;
  return (
    <FormRow label={words.venue} error={error}>
      <Tap className="moment" label={`${words.venue}：${shown}`} onTap={() => setChoosing(true)}>
        <View className={session.venue ? 'grow' : 'grow dim'}>{shown}</View>
        <Icon name="down" />
      </Tap>
      {choosing && (
        <VenueSheet
          wanted={null}
          proposed={[]}
          made={[]}
          onKnown={(id, { name, capacity }) => onChange({ venue: { id, name, capacity } })}
          onNew={(made) => onChange({ venue: { made } })}
          onClose={() => setChoosing(false)}
        />
      )}
    </FormRow>
  );
}
