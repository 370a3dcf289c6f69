import Taro from '@tarojs/taro';

/** WeChat's letters in px where they are of usual size. */
const USUAL = 17;

/** How much larger than usual WeChat's letters are set: 1 = usual. */
export function fontScale(): number {
  // Taro's types leave out what WeChat's reply has.
  const info: Taro.getAppBaseInfo.Result & { fontSizeScaleFactor?: number; fontSizeSetting?: number } =
    Taro.getAppBaseInfo();
  return info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? USUAL) / USUAL;
}
