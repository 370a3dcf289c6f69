import Taro from '@tarojs/taro';

/** Where WeChat keeps what is sealed: `door.list.<name>.<until, ms>.<edition>.<piece>.<pieces>`. */
export const SEALED = 'door.list.';

/** Forgets everything sealed that was to be kept until `now` at most; all of it where no time is given. */
export async function eraseSealed(now = Number.POSITIVE_INFINITY): Promise<void> {
  for (const key of Taro.getStorageInfoSync().keys) {
    if (key.startsWith(SEALED) && Number(key.split('.')[3]) <= now) Taro.removeStorageSync(key);
  }
}
