import { Text } from '@tarojs/components';

/** A title or note that breaks after ， ： 。 and not inside a phrase. */
export function Phrase({ children }: { children: string }) {
  const phrases = children.match(/[^，：。]+[，：。]*|[，：。]+/g) ?? [children];
  return (
    <>
      {phrases.map((phrase, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: phrases have no identity but their place
        <Text key={index} className="phrase">
          {phrase}
        </Text>
      ))}
    </>
  );
}
