import { View } from '@tarojs/components';
import { Segmented } from '@/components/Segmented';
import { serverNow } from '@/lib/clock';
import { editor } from '@/lib/text/editor';
import { SessionsPanel } from './SessionsPanel';
import type { FieldsProps } from './WhatFields';
import { WindowField } from './WindowField';
import { windowsFrom } from './windows';

const { form: words } = editor;

/** When a draft takes place: its sessions, or only about when. */
export function WhenFields({ form, wrong, onChange }: FieldsProps) {
  const { window } = form;
  const pick = (way: 'dated' | 'open') =>
    onChange({ window: way === 'dated' ? null : (window ?? windowsFrom(serverNow())[0] ?? null) });
  return (
    <>
      <View className="group panel">
        <View className="panel__title">{words.date}</View>
        <Segmented
          label={words.date}
          options={[
            { key: 'dated', text: words.dated },
            { key: 'open', text: words.undated },
          ]}
          on={window ? 'open' : 'dated'}
          onPick={pick}
        />
        {window && <WindowField window={window} onPick={(next) => onChange({ window: next })} />}
      </View>
      {!window && (
        <SessionsPanel
          title={words.when}
          sessions={form.sessions}
          wrong={wrong}
          onChange={(sessions) => onChange({ sessions })}
        />
      )}
    </>
  );
}
