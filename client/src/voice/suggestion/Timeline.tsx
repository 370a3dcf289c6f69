import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { classes } from '@/lib/classes';
import type { Point } from './timeline';

/** What happened from above to below; `last`: what is asked of me now. */
export function Timeline({ points, last }: { points: Point[]; last?: { title: string; body: ReactNode } }) {
  return (
    <View className="section">
      {points.map((point, place) => (
        <One key={point.key} point={point} ends={!last && place === points.length - 1} />
      ))}
      {last && (
        <View className="tl">
          <Rail state="now" ends />
          <View className="tl__body">
            <View className="tl__title">{last.title}</View>
            {last.body}
          </View>
        </View>
      )}
    </View>
  );
}

function One({ point, ends }: { point: Point; ends: boolean }) {
  return (
    <View className={classes('tl', point.state === 'todo' && 'tl--todo')}>
      <Rail state={point.state} ends={ends} />
      <View className="tl__body">
        <View className="tl__head">
          <View className="tl__title">{point.title}</View>
          {point.at && <View className="tl__at">{point.at}</View>}
        </View>
        {point.sub && (
          <View className="cell__sub">
            <Phrase>{point.sub}</Phrase>
          </View>
        )}
        {point.quote && <View className="tl__quote">{point.quote}</View>}
      </View>
    </View>
  );
}

function Rail({ state, ends }: { state: Point['state']; ends: boolean }) {
  return (
    <View className="tl__rail" aria-hidden="true">
      <View className={classes('tl__point', `tl__point--${state}`)}>
        {state === 'done' && <Icon name="check" />}
        {state === 'back' && <Icon name="undo" />}
        {state === 'now' && <View className="tl__dot" />}
      </View>
      {!ends && <View className={classes('tl__line', state !== 'done' && state !== 'back' && 'tl__line--todo')} />}
    </View>
  );
}
