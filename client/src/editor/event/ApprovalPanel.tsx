import type { DeskEventDetail } from '@openday/shared/desk-events';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { SayingSheet } from '@/components/SayingSheet';
import { MayAct } from '@/features/desk/MayAct';
import { editor } from '@/lib/text/editor';
import type { Act } from './useEventActs';

const { form: words } = editor;

export interface ApprovalPanelProps {
  /** Null = nothing was handed in yet. */
  detail: DeskEventDetail | null;
  busy?: boolean;
  failure?: Error | null;
  onAct?: (act: Act) => void;
  onSendBack?: (reason: string) => void;
}

/** 备案: what it waits for, and the buttons of whoever may decide. */
export function ApprovalPanel({ detail, busy, failure, onAct, onSendBack }: ApprovalPanelProps) {
  const [refusing, setRefusing] = useState(false);
  const submitted = detail?.event.state === 'submitted';
  return (
    <View className="group panel">
      <View className="panel__title">{words.approval}</View>
      {!submitted && <View>{words.needsApproval}</View>}
      {submitted && detail.mayApprove && (
        <>
          <View>{words.youDecide}</View>
          <MayAct>
            <Button kind="primary" busy={busy} onTap={() => onAct?.('approve')}>
              {words.approve}
            </Button>
            <Button kind="ink" onTap={() => setRefusing(true)}>
              {words.sendBack}
            </Button>
          </MayAct>
        </>
      )}
      {submitted && !detail.mayApprove && (
        <>
          <View>{words.waits}</View>
          <MayAct>
            <Button kind="ink" busy={busy} onTap={() => onAct?.('withdraw')}>
              {words.withdraw}
            </Button>
          </MayAct>
        </>
      )}
      {refusing && (
        <SayingSheet
          title={words.sendBackTitle}
          presets={words.sendBackPresets}
          own={words.sendBackOwn}
          most={200}
          submit={words.sendBack}
          busy={busy}
          failure={failure}
          onSay={(reason) => onSendBack?.(reason)}
          onClose={() => setRefusing(false)}
        />
      )}
    </View>
  );
}
