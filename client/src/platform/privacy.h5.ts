import { create } from 'zustand';

/** A browser asks for each thing by itself, when it is wanted. */
export const usePrivacyAsked = create<{ answer: null }>(() => ({ answer: null }));

export function listenPrivacy(): void {}

export function answerPrivacy(_buttonId: string | null): void {}

export function privacyAgreed(): Promise<boolean> {
  return Promise.resolve(true);
}

export function openPrivacyGuide(): void {}
