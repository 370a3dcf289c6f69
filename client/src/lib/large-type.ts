import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { readStored, store } from './stored';

/** WeChat's own font scale from which we follow into large type; 17 is its normal size. */
const FOLLOW_FROM = 20;

export const useLargeType = create<{ large: boolean }>(() => ({ large: readStored('largeType') ?? phoneIsLarge() }));

/** Turns large type on or off for every page, and keeps it. */
export function setLargeType(large: boolean): void {
  store('largeType', large);
  useLargeType.setState({ large });
}

function phoneIsLarge(): boolean {
  if (process.env.TARO_ENV !== 'weapp') return false;
  // Taro's types leave out what WeChat's reply has.
  const info: Taro.getAppBaseInfo.Result & { fontSizeSetting?: number } = Taro.getAppBaseInfo();
  return (info.fontSizeSetting ?? 0) >= FOLLOW_FROM;
}
