import { View } from '@tarojs/components';
import { outgoing } from '@/lib/text/outward';
import { Copy } from './Copy';

const { outward: words } = outgoing;

/** A text ready to be pasted into the official account, with the button that copies it. */
export function Article({ title, text }: { title: string; text: string }) {
  return (
    <View className="group panel">
      <View className="panel__title">{title}</View>
      <View className="formrow__sub">{words.articleSub}</View>
      <View className="article">{text}</View>
      <Copy primary text={text} label={words.copyArticle} />
    </View>
  );
}
