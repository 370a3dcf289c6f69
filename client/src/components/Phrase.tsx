import { Text } from '@tarojs/components';

const PHRASE = /[^，：。]+?(?:[，：。]+| (?=(?:凌晨|上午|中午|下午|晚上)\d)|$)|[，：。]+/g;

/** A title, note or time that breaks after ， ： 。 or between day and clock, and not inside a phrase. */
export function Phrase({ children }: { children: string }) {
  // A space at a phrase's end would not be drawn.
  const phrases = (children.match(PHRASE) ?? [children]).map((phrase) => phrase.replace(/ $/, '\u00a0'));
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
