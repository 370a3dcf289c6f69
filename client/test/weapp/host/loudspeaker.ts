/** WeChat's WebAudioContext as far as notes need it. */
export class Loudspeaker {
  /** How high each note was that sounded, in hertz. */
  readonly heard: number[] = [];

  /** The functions of `wx`. */
  api() {
    return {
      createWebAudioContext: () => ({
        currentTime: 0,
        destination: {},
        createOscillator: () => this.oscillator(),
        createGain: () => ({
          gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
          connect: () => undefined,
        }),
        close: () => Promise.resolve(),
      }),
    };
  }

  private oscillator() {
    const tone = {
      type: 'sine',
      frequency: { value: 440 },
      connect: () => undefined,
      start: () => void this.heard.push(tone.frequency.value),
      stop: () => undefined,
    };
    return tone;
  }
}
