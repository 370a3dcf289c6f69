import type { Shown } from '@openday/shared/check-in';
import Taro from '@tarojs/taro';
import type { Chime } from '@/platform/chime';
import type { Note } from '@/platform/play-notes';

const BUZZ_MS = 180;
type Answered = Exclude<Shown, 'none'>;

/** One for come in, two for look, three for stop: felt without looking. */
const BUZZES: Record<Answered, number> = { go: 1, look: 2, stop: 3 };

/** Up for come in, level for look, low for stop: told apart without looking, and without an ear for music. */
const NOTES: Record<Answered, readonly Note[]> = {
  go: [
    [880, 90],
    [1320, 140],
  ],
  look: [
    [660, 120],
    [0, 60],
    [660, 120],
  ],
  stop: [
    [220, 160],
    [0, 60],
    [220, 160],
    [0, 60],
    [220, 260],
  ],
};

/** Says an answer to hand and ear. Phones that cannot, do not. */
export function signal(shown: Answered, chime: Chime | null): void {
  chime?.play(NOTES[shown]);
  for (let i = 0; i < BUZZES[shown]; i++) {
    setTimeout(() => void Taro.vibrateShort({ type: 'heavy' }).catch(() => undefined), i * BUZZ_MS);
  }
}
