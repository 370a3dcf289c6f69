import Taro from '@tarojs/taro';

/** A code by which WeChat tells the server who this is: good once, for five minutes. Null where WeChat gives none now. */
export const loginCode: (() => Promise<string | null>) | null = async () => {
  try {
    return (await Taro.login()).code;
  } catch (failure) {
    console.info('no code', failure);
    return null;
  }
};
