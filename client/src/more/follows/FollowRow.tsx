import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Phrase } from '@/components/Phrase';
import { Tap } from '@/components/Tap';
import { say, sayFailure } from '@/lib/say';
import { mineData } from '@/lib/text/mine-data';

const { follows: words } = mineData;

export interface FollowRowProps {
  name: string;
  sub: string;
  /** A further line, smaller. */
  more?: string;
  onOpen?: () => void;
  follow: (on: boolean) => Promise<{ following: boolean }>;
}

/** One thing followed: stays in its place when let go, so that a slip is taken back where it was made. */
export function FollowRow({ name, sub, more, onOpen, follow }: FollowRowProps) {
  const client = useQueryClient();
  const [on, setOn] = useState(true);
  const change = useMutation({
    mutationFn: follow,
    onSuccess: ({ following }) => {
      setOn(following);
      if (!following) say(words.stopped);
      void client.invalidateQueries({ queryKey: ['event'] });
      void client.invalidateQueries({ queryKey: ['announced'] });
      return client.invalidateQueries({ queryKey: ['my-follows'], refetchType: 'none' });
    },
    onError: sayFailure,
  });
  const what = (
    <>
      <Phrase>{name}</Phrase>
      <View className="cell__sub">
        <Phrase>{sub}</Phrase>
      </View>
      {more && <View className="cell__sub">{more}</View>}
    </>
  );
  return (
    <View className="cell">
      {onOpen ? (
        <Tap className="grow" onTap={onOpen}>
          {what}
        </Tap>
      ) : (
        <View className="grow">{what}</View>
      )}
      <Act
        pill={on ? 'fill' : 'edge'}
        end
        checked={on}
        label={words.title(name, on)}
        disabled={change.isPending}
        onTap={() => change.mutate(!on)}
      >
        {on ? words.on : words.off}
      </Act>
    </View>
  );
}
