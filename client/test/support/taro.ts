// What specs of components have for Taro: a storage that keeps, a router that is told, and calls that are only noted.
const kept = new Map<string, string>();

/** Where the page under test is; a spec sets its params. */
export const router: { params: Record<string, string> } = { params: {} };

export const useRouter = () => router;
export const useDidShow = () => undefined;
export const useDidHide = () => undefined;
export const useReachBottom = () => undefined;
export const useShareAppMessage = () => undefined;

export default {
  getStorageSync: (key: string): unknown => JSON.parse(kept.get(key) ?? '""'),
  setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void kept.delete(key),
  clearStorageSync: () => kept.clear(),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
  vibrateShort: jest.fn(async () => undefined),
  canIUse: () => false,
  openSetting: jest.fn(async () => undefined),
  setKeepScreenOn: jest.fn(async () => undefined),
  getScreenBrightness: jest.fn(async () => ({ value: 0.4 })),
  setScreenBrightness: jest.fn(async () => undefined),
  getCurrentPages: () => [{}, {}],
  navigateBack: jest.fn(async () => undefined),
  navigateTo: jest.fn(async () => undefined),
  switchTab: jest.fn(async () => undefined),
  showToast: jest.fn(async () => undefined),
  showModal: jest.fn(async () => ({ confirm: true, cancel: false })),
  makePhoneCall: jest.fn(async () => undefined),
};
