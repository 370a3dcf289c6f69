import Taro from '@tarojs/taro';

/** Opens WeChat's settings, where a camera once refused can be allowed. */
export async function allowCamera(): Promise<void> {
  await Taro.openSetting();
}
