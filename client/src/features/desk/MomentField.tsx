import { clockOf, clockText, dayOf, dayText, instantOf } from '@openday/shared/dates';
import type { Instant } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Select } from '@/components/Select';
import { Sheet } from '@/components/Sheet';
import { Tap } from '@/components/Tap';
import { MonthCalendar } from '@/features/plans/MonthCalendar';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { monthOf } from '@/lib/month';
import { setup as words } from '@/lib/text/setup';

export interface MomentFieldProps {
  label: string;
  value: Instant | null;
  /** What holds where none is set; then it may be taken back. */
  none?: string;
  /** The day to begin with where none is set. */
  near?: Instant;
  onChange: (value: Instant | null) => void;
}

const CLOCKS = Array.from({ length: 96 }, (_, quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

/** A day and a clock, chosen on a calendar. */
export function MomentField({ label, value, none, near, onChange }: MomentFieldProps) {
  const [open, setOpen] = useState(false);
  const now = serverNow();
  const shown = value ? `${dayText(value, now)} ${clockText(value)}` : (none ?? words.pick);
  return (
    <>
      <Tap className="moment" label={`${label}：${shown}`} onTap={() => setOpen(true)}>
        <View className={classes('grow', !value && 'dim')}>{shown}</View>
        <Icon name="calendar" />
      </Tap>
      {open && (
        <MomentSheet
          label={label}
          value={value ?? near ?? null}
          clearable={none !== undefined && value !== null}
          onPick={(next) => {
            setOpen(false);
            onChange(next);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface MomentSheetProps {
  label: string;
  value: Instant | null;
  clearable: boolean;
  onPick: (value: Instant | null) => void;
  onClose: () => void;
}

function MomentSheet({ label, value, clearable, onPick, onClose }: MomentSheetProps) {
  const now = serverNow();
  const [day, setDay] = useState(value ? dayOf(value) : dayOf(now));
  const [clock, setClock] = useState(value ? clockOf(value) : '09:00');
  const [month, setMonth] = useState(monthOf(day));
  const clocks = CLOCKS.includes(clock) ? CLOCKS : [...CLOCKS, clock].sort();
  const foot = (
    <>
      <Button kind="primary" onTap={() => onPick(instantOf(day, clock))}>
        {words.set}
      </Button>
      {clearable && (
        <Button kind="plain" onTap={() => onPick(null)}>
          {words.clear}
        </Button>
      )}
    </>
  );
  const at = instantOf(day, clock);
  return (
    <Sheet title={label} sub={`${dayText(at, now)} ${clockText(at)}`} label={label} foot={foot} onClose={onClose}>
      <Group>
        <View className="section">
          <MonthCalendar
            month={month}
            window={null}
            days={[day]}
            today={dayOf(now)}
            onMonth={setMonth}
            onPick={setDay}
          />
        </View>
        <View className="section rule">
          <Select
            label={words.clock}
            options={clocks.map((each) => ({ key: each, text: clockText(instantOf(day, each)) }))}
            on={clock}
            wide
            onPick={setClock}
          />
        </View>
      </Group>
    </Sheet>
  );
}
