import type { EventDetail } from '@openday/shared/events';
import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Sheet } from '@/components/Sheet';
import { open, routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { eventWords } from '@/lib/text/event';
import { h5Address } from '@/platform/h5-address';
import { CAN_SHARE, ShareAct } from '@/platform/ShareAct';

const { share: words } = eventWords;

export interface ShareSheetProps {
  event: EventDetail;
  session: SessionDetail | undefined;
  onClose: () => void;
}

/** 分享: to a person, as a poster for a group or a wall, as a link. */
export function ShareSheet({ event, session, onClose }: ShareSheetProps) {
  const copy = async () => {
    try {
      await Taro.setClipboardData({ data: h5Address(routes.event(event.id, session?.id)) });
      onClose();
      say(words.copied);
    } catch (failure) {
      console.info('not copied', failure);
      say(words.notCopied);
    }
  };
  return (
    <Sheet title={words.title} label={words.title} onClose={onClose}>
      <Group>
        {CAN_SHARE && (
          <ShareAct className="cell share" title={event.theme}>
            <Icon name="share" className="cell__icon" />
            <View className="grow">
              {words.send}
              <View className="cell__sub">{words.sendSub}</View>
            </View>
          </ShareAct>
        )}
        <Cell
          className={CAN_SHARE ? 'rule' : undefined}
          icon="doc"
          sub={words.posterSub}
          onTap={() => {
            onClose();
            open(routes.poster(event.id, session?.id));
          }}
        >
          {words.poster}
        </Cell>
        <Cell icon="link" onTap={() => void copy()}>
          {words.copy}
        </Cell>
      </Group>
    </Sheet>
  );
}
