import type { Chime } from './chime';
import { playNotes } from './play-notes';

/** A loudspeaker for short signals. Browsers keep it silent until the page was touched once. */
export function openChime(): Chime {
  const audio = new AudioContext();
  const wake = () => {
    if (audio.state === 'suspended') audio.resume().catch(note);
  };
  document.addEventListener('pointerdown', wake);
  wake();
  return {
    play: (notes) => {
      // Notes given to a sleeping loudspeaker would all sound together when it wakes.
      if (audio.state === 'running') playNotes(audio, notes);
      else wake();
    },
    close: () => {
      document.removeEventListener('pointerdown', wake);
      audio.close().catch(note);
    },
  };
}

const note = (failure: Error) => console.info('chime', failure.message);
