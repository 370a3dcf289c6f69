/** How high, 0 = a rest, and how long. */
export type Note = readonly [hertz: number, ms: number];

const LOUD = 0.9;
/** A note that begins or ends at full strength clicks. */
const FADE_S = 0.01;

/** Sounds the notes from now on; what both WeChat's and the browser's audio can do. */
export function playNotes(audio: BaseAudioContext, notes: readonly Note[]): void {
  let at = audio.currentTime;
  for (const [hertz, ms] of notes) {
    const end = at + ms / 1000;
    if (hertz > 0) sound(audio, hertz, at, end);
    at = end;
  }
}

function sound(audio: BaseAudioContext, hertz: number, at: number, end: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  // Square waves carry over a crowd from a small loudspeaker.
  tone.type = 'square';
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUD, at + FADE_S);
  volume.gain.setValueAtTime(LOUD, end - FADE_S);
  volume.gain.linearRampToValueAtTime(0, end);
  tone.connect(volume);
  volume.connect(audio.destination);
  tone.start(at);
  tone.stop(end);
}
