import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { editor } from '@/lib/text/editor';
import { setup as setupWords } from '@/lib/text/setup';
import { newSession, type SessionForm } from './event-form';
import { ofSession } from './event-lacks';
import { RepeatSheet } from './RepeatSheet';
import { SessionEditor } from './SessionEditor';

const { form: words } = editor;
/** As many as the server takes at once. */
const MOST = 60;

export interface SessionsPanelProps {
  title: string;
  sessions: SessionForm[];
  /** Errors by field, as the server names them. */
  wrong: Record<string, string>;
  onChange: (sessions: SessionForm[]) => void;
}

/** 时间、地点和名额: sessions one by one, or by a rhythm. */
export function SessionsPanel({ title, sessions, wrong, onChange }: SessionsPanelProps) {
  const [open, setOpen] = useState<string | null>(sessions.length === 1 ? (sessions[0]?.key ?? null) : null);
  const [repeating, setRepeating] = useState(false);
  const last = sessions.at(-1) ?? null;
  const add = () => {
    const fresh = newSession(last, setupWords.firstPool);
    onChange([...sessions, fresh]);
    setOpen(fresh.key);
  };
  return (
    <View className="group panel">
      <View className="panel__title">{title}</View>
      {sessions.length === 0 && <View className="formrow__sub">{words.noSessions}</View>}
      {wrong.sessions && (
        <View className="field__error" role="alert">
          {wrong.sessions}
        </View>
      )}
      {sessions.map((session, place) => (
        <SessionEditor
          key={session.key}
          session={session}
          place={place}
          wrong={ofSession(wrong, place)}
          open={open === session.key}
          onOpen={(on) => setOpen(on ? session.key : null)}
          onChange={(change) => onChange(sessions.map((each) => (each === session ? { ...each, ...change } : each)))}
          onDrop={sessions.length > 1 ? () => onChange(sessions.filter((each) => each !== session)) : null}
        />
      ))}
      {sessions.length < MOST && (
        <View className="occasion__more">
          <Act icon="plus" className="panel__act" onTap={add}>
            {words.add}
          </Act>
          <Act icon="refresh" className="panel__act" onTap={() => setRepeating(true)}>
            {words.repeat}
          </Act>
        </View>
      )}
      {repeating && (
        <RepeatSheet
          like={last}
          most={MOST - sessions.length + 1}
          onAdd={(more) => {
            // The session they are like is the first of them where its day is one.
            onChange([...sessions.filter((each) => each !== last || !holds(more, last)), ...more]);
            setOpen(null);
            setRepeating(false);
          }}
          onClose={() => setRepeating(false)}
        />
      )}
    </View>
  );
}

const holds = (more: SessionForm[], one: SessionForm | null): boolean =>
  more.some(({ startsAt }) => startsAt === one?.startsAt);
