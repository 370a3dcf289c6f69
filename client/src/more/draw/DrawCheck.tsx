import type { DrawView } from '@openday/shared/draws';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { say } from '@/lib/say';
import { drawWords as words } from '@/lib/text/draw';
import { copyText } from '@/platform/clipboard';

/** How it is drawn, in two sentences; and, when asked for, all that is needed to draw it again. */
export function DrawCheck({ view }: { view: DrawView }) {
  const [open, setOpen] = useState(false);
  const { commitment, publicSource, result } = view;
  const numbers = [
    [words.numbers.commitment, commitment],
    [words.numbers.listHash, view.listHash ?? result?.listHash],
    [words.numbers.secret, result?.secret],
    [words.numbers.publicNumber, result?.publicNumber],
    [words.numbers.seed, result?.seed],
  ].filter((pair): pair is [string, string] => Boolean(pair[1]));
  const copy = () =>
    void copyText(numbers.map((pair) => pair.join('\n')).join('\n')).then(() => say(words.copied), console.info);
  return (
    <Group>
      <View className="section">
        <View className="section__title">{words.how}</View>
        <View className="para">
          <Phrase>{words.howSecret}</Phrase>
        </View>
        <View className="para">
          <Phrase>{words.howSeed(publicSource)}</Phrase>
        </View>
        <Act className="drawing__open" checked={open} onTap={() => setOpen(!open)}>
          {open ? words.shut : words.open}
        </Act>
      </View>
      {open && (
        <View className="section rule">
          <View className="section__title">{words.check}</View>
          <View className="cell__sub">
            <Phrase>{words.checkLead}</Phrase>
          </View>
          {words.checkSteps.map((step, index) => (
            <View key={step} className="drawing__step">
              <View className="drawing__n">{index + 1}</View>
              <View className="grow">{step}</View>
            </View>
          ))}
          {numbers.map(([label, value]) => (
            <View key={label} className="drawing__number">
              <View className="cell__sub">{label}</View>
              <View className="drawing__hex">{value}</View>
            </View>
          ))}
          <Act icon="doc" className="drawing__open" onTap={copy}>
            {words.copy}
          </Act>
        </View>
      )}
    </Group>
  );
}
