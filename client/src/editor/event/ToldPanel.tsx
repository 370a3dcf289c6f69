import type { DeskEventDetail } from '@openday/shared/desk-events';
import { View } from '@tarojs/components';
import { Switch } from '@/components/Switch';
import { editor } from '@/lib/text/editor';

const { form: words } = editor;

/** 这次改动会告诉谁, before anything is sent. */
export function ToldPanel(props: { detail: DeskEventDetail | null; tell: boolean; onTell: (tell: boolean) => void }) {
  const { detail, tell, onTell } = props;
  const seen = detail && ['announced', 'published'].includes(detail.event.state);
  const { seats = 0, waiting = 0, followers = 0 } = detail?.people ?? {};
  return (
    <View className="group panel">
      <View className="panel__title">{words.told}</View>
      {seen ? (
        <>
          <View className="strong">{words.toldSome(seats + waiting, followers)}</View>
          <View className="formrow__sub">{words.toldWhich}</View>
          <Switch on={tell} label={words.tell} onChange={onTell} />
        </>
      ) : (
        <View>{words.toldNobody}</View>
      )}
    </View>
  );
}
