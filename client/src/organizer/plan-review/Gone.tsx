import type { PlanImport, PlanRow } from '@openday/shared/plans';
import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { decide } from '@/features/plans/row-saver';
import { isLeft, isPublic, isSkipped } from '@/features/plans/row-standing';
import { useCancelEvent } from '@/features/plans/useCancelEvent';
import { deciding } from '@/lib/text/deciding';
import { review } from '@/lib/text/review';
import { reviewActs } from '@/lib/text/review-acts';
import { areaName, HINT } from '@/platform/weapp-only';

const { again: words } = reviewActs;
const { steps } = deciding;

/** A row that is in the sheet no longer: kept, dropped, or, where it is public, called off with a reason. */
export function Gone({ plan, row }: { plan: PlanImport; row: PlanRow }) {
  const [cancelling, setCancelling] = useState(false);
  const shown = isPublic(row);
  const dropped = isSkipped(row) && !shown;
  if (!isLeft(row)) return <View className="notice">{words.kept}</View>;
  return (
    <View className="notice gone" id="field-gone">
      <View className="grow">{dropped ? review.skippedRow : shown ? words.gonePublic : words.goneDraft}</View>
      <View className="gone__acts">
        <Button kind="ink" onTap={() => decide(plan.id, [row], { keep: true }, steps.keep)}>
          {words.keep}
        </Button>
        {shown && (
          <Button kind="danger" onTap={() => setCancelling(true)}>
            {words.cancel}
          </Button>
        )}
        {!shown && !dropped && (
          <Button kind="ink" onTap={() => decide(plan.id, [row], { act: 'skip' }, steps.skip)}>
            {words.drop}
          </Button>
        )}
      </View>
      {cancelling && <CancelSheet plan={plan} row={row} onClose={() => setCancelling(false)} />}
    </View>
  );
}

function CancelSheet({ plan, row, onClose }: { plan: PlanImport; row: PlanRow; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { cancel, busy } = useCancelEvent(plan.id);
  const bad = reason.trim().length < 2;
  const go = async () => {
    setTried(true);
    if (bad || !row.eventId) return;
    if (await cancel(row.eventId, reason.trim())) onClose();
  };
  return (
    <Sheet
      title={words.cancelTitle}
      sub={words.cancelSub}
      label={words.cancelTitle}
      onClose={onClose}
      foot={
        <Button kind="danger" busy={busy} onTap={() => void go()}>
          {words.cancelYes}
        </Button>
      }
    >
      <View className="group section">
        <View className="strong">{row.decided.theme ?? row.parsed.theme}</View>
        <View className="ctl__label">{words.reason}</View>
        <Textarea
          className="inp inp--area"
          value={reason}
          maxlength={100}
          placeholder={words.reasonHint}
          {...HINT}
          {...areaName(words.reason)}
          onInput={(event) => setReason(event.detail.value)}
        />
        {tried && bad && (
          <View className="field__error" role="alert">
            {words.reasonBad}
          </View>
        )}
      </View>
    </Sheet>
  );
}
