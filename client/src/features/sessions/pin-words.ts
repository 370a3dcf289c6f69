import { dateText } from '@openday/shared/dates';
import type { SessionCard } from '@openday/shared/sessions';
import type { Id } from '@openday/shared/wire';
import { finding } from '@/lib/text/finding';
import type { Pin } from './pins';

const { onMap: words } = finding;

/** What a bubble says: of one session its day and whether there is room, of several how many; of the shown one its day. */
export function pinWords({ sessions }: Pin, shown: Id | undefined, now: number): string {
  const [first] = sessions;
  const on = sessions.find(({ id }) => id === shown);
  if (!first) return '';
  if (sessions.length === 1) return `${dateText(first.startsAt, now)} ${roomWords(first)}`;
  return on ? words.ofSeveral(dateText(on.startsAt, now), sessions.length) : words.several(sessions.length);
}

/** Where a bubble stands; of several places the first. */
export function pinName({ sessions }: Pin): string {
  const name = sessions[0]?.venue.name ?? '';
  return sessions.every(({ venue }) => venue.name === name) ? name : words.nameOfSeveral(name);
}

function roomWords({ phase, mode, seats }: SessionCard): string {
  switch (phase) {
    case 'open':
      if (mode === 'draw') return words.lot;
      return mode === 'invited' ? words.invited : words.left(seats?.left ?? 0);
    case 'full':
      return words.full;
    case 'walkIn':
      return words.walkIn;
    case 'soon':
      return words.soon;
    case 'ongoing':
      return words.ongoing;
    default:
      return words.closed;
  }
}
