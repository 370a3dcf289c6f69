import { PageContainer } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useLayoutEffect, useReducer, useRef, useState } from 'react';

interface Layer {
  /** The page it lies over. */
  page: unknown;
  close: () => void;
}

/** What lies over pages, the topmost last. */
let layers: Layer[] = [];
const watchers = new Set<() => void>();

function change(to: Layer[]): void {
  layers = to;
  for (const watcher of watchers) watcher();
}

/**
 * WeChat's Back closes what lies over the page, the topmost first, and the page stays: WeChat asks for a container of its own, here
 * empty. A page has one at a time: the lowest layer's, which a Back leaves and another takes the place of.
 */
export function BackCloses({ onBack }: { onBack: () => void }) {
  const latest = useRef(onBack);
  latest.current = onBack;
  const [mine] = useState<Layer>(() => ({ page: Taro.getCurrentPages().at(-1), close: () => latest.current() }));
  const [left, leave] = useReducer((times: number) => times + 1, 0);
  const [, look] = useReducer((times: number) => times + 1, 0);
  const here = layers.filter(({ page }) => page === mine.page);
  // Drawn with the layer: a Back that comes sooner would leave the page.
  useLayoutEffect(() => {
    watchers.add(look);
    change([...layers, mine]);
    return () => {
      watchers.delete(look);
      change(layers.filter((each) => each !== mine));
    };
  }, [mine]);
  if (here[0] !== mine) return null;
  const close = () => here.at(-1)?.close();
  return (
    <PageContainer key={left} show overlay={false} customStyle="height:0" onBeforeLeave={close} onAfterLeave={leave} />
  );
}
