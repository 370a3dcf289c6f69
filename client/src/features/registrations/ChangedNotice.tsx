import type { Registration } from '@openday/shared/registrations';
import { View } from '@tarojs/components';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { standingWords as words } from '@/lib/text/standing';
import { acknowledge, useChange } from './known-session';

/** 时间改了、地点改了: old beside new, until the resident has seen it. */
export function ChangedNotice({ registration, className }: { registration: Registration; className?: string }) {
  const change = useChange(registration);
  if (!change) return null;
  return (
    <Notice className={className} act={{ text: words.seen, onTap: () => acknowledge(registration) }}>
      <View className="strong">
        <Phrase>{change.line}</Phrase>
      </View>
      <Phrase>{change.before}</Phrase>
    </Notice>
  );
}
