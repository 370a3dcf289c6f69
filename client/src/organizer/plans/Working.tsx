import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Spinner } from '@/components/Spinner';
import { planning } from '@/lib/text/planning';

const { make: words } = planning;
/** From these seconds on each step is the one at work; the last stays. */
const STEPS_AT = [0, 1, 3, 8];

/** A sheet is being read: which, what is going on, and since when. */
export function Working({ since, file }: { since: number; file: string | null }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const step = STEPS_AT.filter((from) => from <= seconds).length - 1;
  return (
    <View className="group working" role="status">
      <Spinner big />
      <View className="strong">{file === null ? words.workingText : words.working(file)}</View>
      <View className="dim">{words.steps[step]}</View>
      <View className="working__seconds">{words.seconds(seconds)}</View>
    </View>
  );
}
