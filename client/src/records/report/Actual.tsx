import { ATTENDANCE_SOURCES, type AttendanceSource, type Closing } from '@openday/shared/closing';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Segmented } from '@/components/Segmented';
import { InputBox } from '@/features/desk/InputBox';
import { countOf } from '@/features/reports/count-of';
import { closingReport as words } from '@/lib/text/closing-report';
import { Figure } from './Figure';
import type { Report } from './useReport';

/** 实际到场: as recorded, the other of the two records, or by hand with where it comes from. */
export function Actual({ closing, report, off }: { closing: Closing; report: Report; off: boolean }) {
  const { actual, source, actualSaid, numbers } = closing;
  const [open, setOpen] = useState(false);
  const other: AttendanceSource = source === 'counted' ? 'checkedIn' : 'counted';
  const recorded = other === 'counted' ? numbers.handCount : numbers.checkedIn;
  const use = recorded !== null && recorded !== actual && source !== 'estimated';
  return (
    <Figure
      label={words.actual}
      value={actual === null ? null : words.people(actual)}
      from={source ? words.source[source] : undefined}
      said={actualSaid}
    >
      {!off && (
        <View className="report__acts">
          {use && (
            <Act onTap={() => report.change({ actual: recorded, source: other })}>{words.use(other, recorded)}</Act>
          )}
          {actualSaid && <Act onTap={() => report.change({ actual: null })}>{words.asRecorded}</Act>}
          <Act onTap={() => setOpen(!open)}>{words.byHand}</Act>
        </View>
      )}
      {open && !off && (
        <ByHand
          onSave={(typed, from) => {
            setOpen(false);
            report.change({ actual: typed, source: from });
          }}
        />
      )}
    </Figure>
  );
}

function ByHand({ onSave }: { onSave: (actual: number, source: AttendanceSource) => void }) {
  const [typed, setTyped] = useState('');
  const [source, setSource] = useState<AttendanceSource>('estimated');
  const n = countOf(typed);
  return (
    <View className="report__byhand">
      <InputBox short kind="number" label={words.howMany} value={typed} maxlength={6} onChange={setTyped} />
      <Segmented
        label={words.from}
        options={ATTENDANCE_SOURCES.map((key) => ({ key, text: words.source[key] }))}
        on={source}
        onPick={setSource}
      />
      <Button kind="ink" off={n === null} onTap={() => n !== null && onSave(n, source)}>
        {words.save}
      </Button>
    </View>
  );
}
