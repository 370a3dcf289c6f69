import { View } from '@tarojs/components';
import { useState } from 'react';

/** The least that Taro and React can show: one line, which changes when it is pressed. */
export default function BlankPage() {
  const [taps, setTaps] = useState(0);
  return (
    <View className="blank" role="button" onClick={() => setTaps(taps + 1)}>
      {`空白 ${taps}`}
    </View>
  );
}
