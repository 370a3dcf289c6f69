import { SayingSheet } from '@/components/SayingSheet';
import { say } from '@/lib/say';
import { door } from '@/lib/text/door';
import { doorCrew } from '@/lib/text/door-crew';
import { setDoorName } from './device';
import { touched } from './door-state';
import { nudge } from './sync';

const { name: words } = doorCrew;

/** Asks what people call the door this device stands at; every other door and the unit see it. */
export function DoorNameSheet({ onNamed, onClose }: { onNamed: () => void; onClose: () => void }) {
  const keep = (name: string) => {
    try {
      setDoorName(name);
    } catch (failure) {
      // The storage refuses only for room.
      console.error('door name not stored', failure);
      return say(door.today.noRoom);
    }
    touched();
    nudge();
    return onNamed();
  };
  return (
    <SayingSheet
      title={words.title}
      sub={words.sub}
      presets={words.presets}
      own={words.own}
      most={10}
      submit={words.submit}
      empty={words.empty}
      onSay={keep}
      onClose={onClose}
    />
  );
}
