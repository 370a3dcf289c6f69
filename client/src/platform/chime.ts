import Taro from '@tarojs/taro';
import { type Note, playNotes } from './play-notes';

export interface Chime {
  play: (notes: readonly Note[]) => void;
  close: () => void;
}

/** A loudspeaker for short signals; silent where WeChat is too old to have one. Close it when done. */
export function openChime(): Chime {
  if (!Taro.canIUse('createWebAudioContext')) return { play: () => undefined, close: () => undefined };
  const context = Taro.createWebAudioContext();
  // WeChat's own type names its nodes differently; they are Web Audio's.
  const audio = context as unknown as BaseAudioContext;
  return {
    play: (notes) => playNotes(audio, notes),
    close: () => void context.close().catch((failure: Error) => console.info('chime', failure.message)),
  };
}
