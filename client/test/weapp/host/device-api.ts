import { type Callbacks, settle } from './callbacks';

const WINDOW = { windowWidth: 390, windowHeight: 844, pixelRatio: 3, statusBarHeight: 44 };
const BASE = { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', theme: 'light' };
const DEVICE = { platform: 'android', brand: 'phone', model: 'phone', system: 'Android 14' };

/** What `wx` says of the phone itself, and what it does outside the mini program. `letters`: WeChat's, in px. */
export function deviceApi(firstPage: string, letters: () => number) {
  const base = () => ({ ...BASE, fontSizeSetting: letters() });
  const launched = () => ({ path: firstPage, query: {}, scene: 1001 });
  const does =
    (name: string) =>
    (options: Callbacks = {}) =>
      settle(name, options, () => ({}));
  const quiet = () => undefined;
  return {
    getSystemInfoSync: () => ({ ...WINDOW, ...base(), ...DEVICE }),
    getWindowInfo: () => WINDOW,
    getAppBaseInfo: base,
    getDeviceInfo: () => DEVICE,
    getLaunchOptionsSync: launched,
    getEnterOptionsSync: launched,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    canIUse: () => true,
    nextTick: (act: () => void) => setImmediate(act),
    onError: quiet,
    onUnhandledRejection: quiet,
    onPageNotFound: quiet,
    onThemeChange: quiet,
    onWindowResize: quiet,
    hideToast: does('hideToast'),
    showLoading: does('showLoading'),
    hideLoading: does('hideLoading'),
    showModal: (options: Callbacks = {}) => settle('showModal', options, () => ({ confirm: true, cancel: false })),
    setNavigationBarTitle: does('setNavigationBarTitle'),
    stopPullDownRefresh: does('stopPullDownRefresh'),
    pageScrollTo: does('pageScrollTo'),
    openLocation: does('openLocation'),
    makePhoneCall: does('makePhoneCall'),
    vibrateShort: does('vibrateShort'),
    openSetting: does('openSetting'),
    setClipboardData: does('setClipboardData'),
  };
}
