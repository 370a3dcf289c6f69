import Taro from '@tarojs/taro';

/** Brings an element into sight; there is no keyboard to put a focus for. */
export function toControl(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80 });
}
