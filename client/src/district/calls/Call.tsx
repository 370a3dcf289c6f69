import type { PhoneCall } from '@openday/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Act } from '@/components/Act';
import { Phrase } from '@/components/Phrase';
import { Tag } from '@/components/Tag';
import { useMayAct } from '@/features/desk/may-act';
import { api } from '@/lib/api';
import { sayFailure } from '@/lib/say';
import { messageWords } from '@/lib/text/messages';

const { calls: words } = messageWords;

interface CallProps {
  call: PhoneCall;
  /** When its session begins, in words. */
  when: string;
  onChanged: () => void;
}

/** One to be rung: what to say, the number once it is asked for, and the tick. */
export function Call({ call, when, onChanged }: CallProps) {
  const may = useMayAct();
  const { id, name, seats, phoneLast4, title, text, why, session, doneAt } = call;
  const person = useMutation({
    mutationFn: () => api('POST /registrations/:id/reveal', { params: { id } }),
    onError: sayFailure,
  });
  const tick = useMutation({
    mutationFn: (done: boolean) => api('POST /registrations/:id/rung', { params: { id }, body: { done } }),
    onSettled: onChanged,
    onError: sayFailure,
  });
  const phone = person.data?.phone;
  const dial = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
  return (
    <View className="member">
      <View className="grow">
        <View>{words.who(person.data?.name ?? name, seats)}</View>
        <View className="unit__sub">{words.about(when, session.theme)}</View>
        <View className="unit__sub">
          {title}
          {text.split('\n').map((line) => (
            <View key={line}>
              <Phrase>{line}</Phrase>
            </View>
          ))}
        </View>
        <View className="member__tags">
          <Tag>{phoneLast4 ? words.last4(phoneLast4) : words.noPhone}</Tag>
          {why === 'unknown' && <Tag kind="warn">{words.unknown}</Tag>}
        </View>
      </View>
      {may && (
        <View className="member__acts">
          {phone && <Act onTap={() => dial(phone)}>{words.dial(phone)}</Act>}
          {phoneLast4 && !phone && (
            <Act label={words.callOf(name)} disabled={person.isPending} onTap={() => person.mutate()}>
              {words.call}
            </Act>
          )}
          <Act
            label={doneAt ? words.untickOf(name) : words.tickOf(name)}
            disabled={tick.isPending}
            onTap={() => tick.mutate(doneAt === null)}
          >
            {doneAt ? words.untick : words.tick}
          </Act>
        </View>
      )}
    </View>
  );
}
