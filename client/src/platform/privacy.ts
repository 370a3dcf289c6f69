import Taro from '@tarojs/taro';
import { create } from 'zustand';

type Answer = Parameters<Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]>[0];

/** WeChat waits for the person's word on the privacy guide: a sheet asks, and `answer` tells. */
export const usePrivacyAsked = create<{ answer: Answer | null }>(() => ({ answer: null }));

/** Hears when WeChat wants the guide agreed to; older ones ask by themselves. Once, at launch. */
export function listenPrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return;
  Taro.onNeedPrivacyAuthorization((answer) => {
    // Asked again before it was answered: the first question is not open any more.
    usePrivacyAsked.getState().answer?.({ event: 'disagree' });
    usePrivacyAsked.setState({ answer });
  });
}

/** The person agreed by the button of that id, or, with null, did not. */
export function answerPrivacy(buttonId: string | null): void {
  usePrivacyAsked.getState().answer?.(buttonId ? { event: 'agree', buttonId } : { event: 'disagree' });
  usePrivacyAsked.setState({ answer: null });
}

/**
 * To be asked before whatever WeChat counts as private: place, camera, calendar, album, files, clipboard. True once the
 * guide is agreed to; false where it is not: then nothing of the kind may be called.
 */
export function privacyAgreed(): Promise<boolean> {
  if (!Taro.canIUse('requirePrivacyAuthorize')) return Promise.resolve(true);
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}

/** Opens the guide as WeChat has it on record. */
export function openPrivacyGuide(): void {
  void Taro.openPrivacyContract({ fail: console.info });
}
