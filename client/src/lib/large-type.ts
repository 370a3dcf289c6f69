import { create } from 'zustand';
import { fontScale } from '@/platform/font-scale';
import { readStored, store } from './stored';

/** The phone's own letters from this scale on bring large type: WeChat's 20 px against the usual 17. */
const FOLLOW_FROM = 1.17;

export const useLargeType = create<{ large: boolean }>(() => ({ large: readStored('largeType') ?? phoneIsLarge() }));

/** Turns large type on or off for every page. Kept where it differs from the phone's own letters; else it follows them. */
export function setLargeType(large: boolean): void {
  store('largeType', large === phoneIsLarge() ? null : large);
  useLargeType.setState({ large });
}

/** Goes by the phone's letters as they are now, where nobody chose otherwise by hand. */
export function followPhone(): void {
  useLargeType.setState({ large: readStored('largeType') ?? phoneIsLarge() });
}

function phoneIsLarge(): boolean {
  return fontScale() >= FOLLOW_FROM;
}
