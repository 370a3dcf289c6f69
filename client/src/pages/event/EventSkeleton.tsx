import { View } from '@tarojs/components';
import { Page } from '@/components/Page';
import { everyone } from '@/lib/text/everyone';

/** As high as the page it stands for: a title, who holds it, three facts, and what happens. */
export function EventSkeleton() {
  return (
    <Page foot="bar">
      <View role="status" aria-label={everyone.loading}>
        <View className="hero">
          <View className="ghost ghost--title" />
          <View className="hero__by">
            <View className="ghost ghost--by" />
          </View>
        </View>
        <View className="group ghost__facts">
          <Bars of={3} />
        </View>
        <View className="group ghost__day">
          <Bars of={2} />
        </View>
        <View className="bar">
          <View className="ghost ghost--button" />
        </View>
      </View>
    </Page>
  );
}

function Bars({ of }: { of: number }) {
  return (
    <>
      {Array.from({ length: of }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <View key={place} className="fact">
          <View className="grow">
            <View className="ghost ghost--line" />
            <View className="ghost ghost--sub" />
          </View>
        </View>
      ))}
    </>
  );
}
