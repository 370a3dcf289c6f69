import type { Point } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { privacyAgreed } from './privacy';

/** WeChat's own map to choose on, in GCJ-02; null where the person chooses nothing. */
export const choosePoint: ((near: Point | null) => Promise<Point | null>) | null = async (near) => {
  if (!(await privacyAgreed())) return null;
  try {
    const { longitude, latitude } = await Taro.chooseLocation(near ? { longitude: near.lng, latitude: near.lat } : {});
    return { lng: longitude, lat: latitude };
  } catch {
    // WeChat reports closing the map as a failure.
    return null;
  }
};
