import Taro from '@tarojs/taro';

/** Opens WeChat's own scanner for one code; for phones whose camera does not open inside the page. */
export const scanOnce: (() => Promise<string>) | null = async () => {
  const { result } = await Taro.scanCode({ scanType: ['qrCode'], onlyFromCamera: true });
  return result;
};
