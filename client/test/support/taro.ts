// What specs of components have for Taro: a storage that keeps, a router that is told, and calls that are only noted.
const kept = new Map<string, string>();
/** What was stored with `encrypt`: there only for who asks for it so. */
const sealed = new Set<string>();
const SEALED_MOST = 700 * 1024;

/** Where the page under test is; a spec sets its params. */
export const router: { params: Record<string, string> } = { params: {} };

export const useRouter = () => router;
export const useDidShow = () => undefined;
export const useDidHide = () => undefined;
export const useReachBottom = () => undefined;
export const useShareAppMessage = () => undefined;
export const useShareTimeline = () => undefined;

export default {
  getStorageSync: (key: string): unknown => JSON.parse((!sealed.has(key) && kept.get(key)) || '""'),
  setStorageSync: (key: string, value: unknown) => {
    sealed.delete(key);
    kept.set(key, JSON.stringify(value));
  },
  setStorage: async ({ key, data, encrypt = false }: { key: string; data: unknown; encrypt?: boolean }) => {
    const json = JSON.stringify(data);
    if (encrypt && Buffer.byteLength(json) > SEALED_MOST) throw new Error('setStorage:fail entry size limit');
    kept.set(key, json);
    if (encrypt) sealed.add(key);
    else sealed.delete(key);
  },
  getStorage: async ({ key, encrypt = false }: { key: string; encrypt?: boolean }) => {
    const json = kept.get(key);
    if (json === undefined || sealed.has(key) !== encrypt) throw new Error('getStorage:fail data not found');
    return { data: JSON.parse(json) as unknown };
  },
  removeStorageSync: (key: string) => void kept.delete(key),
  clearStorageSync: () => kept.clear(),
  getAppBaseInfo: () => ({ SDKVersion: '3.8.0' }),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
  scanCode: jest.fn(async () => ({ result: '' })),
  vibrateShort: jest.fn(async () => undefined),
  canIUse: () => false,
  openSetting: jest.fn(async () => undefined),
  setNavigationBarTitle: jest.fn(async () => undefined),
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
