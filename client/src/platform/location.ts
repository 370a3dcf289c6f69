import type { Point } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { privacyAgreed } from './privacy';

/** Where the phone is, in GCJ-02. Asks the person; rejects where they refuse or nothing is found. */
export async function locate(): Promise<Point> {
  if (!(await privacyAgreed())) throw new Error('the privacy guide is not agreed to');
  const found = await Taro.getLocation({ type: 'gcj02' });
  return { lng: found.longitude, lat: found.latitude };
}
