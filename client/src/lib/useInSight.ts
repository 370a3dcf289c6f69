import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { onAwake } from '@/platform/awake';

/** Whether somebody can see the page: false while another lies over it, or the app or its tab is left. */
export function useInSight(): boolean {
  const [shown, setShown] = useState(true);
  const [awake, setAwake] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => onAwake(setAwake), []);
  return shown && awake;
}
