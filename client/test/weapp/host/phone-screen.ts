import { type Callbacks, settle } from './callbacks';

/** The phone's screen: as its owner set it, until the mini program asks otherwise. */
export class PhoneScreen {
  awake = false;
  /** 0 to 1. */
  brightness = 0.4;

  /** The functions of `wx`. */
  api() {
    return {
      setKeepScreenOn: (o: Callbacks & { keepScreenOn: boolean }) =>
        settle('setKeepScreenOn', o, () => {
          this.awake = o.keepScreenOn;
          return {};
        }),
      getScreenBrightness: (o: Callbacks = {}) => settle('getScreenBrightness', o, () => ({ value: this.brightness })),
      setScreenBrightness: (o: Callbacks & { value: number }) =>
        settle('setScreenBrightness', o, () => {
          this.brightness = o.value;
          return {};
        }),
    };
  }
}
