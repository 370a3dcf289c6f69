import type { Conflict } from '@openday/shared/check-in';
import { doorCrew } from '@/lib/text/door-crew';
import { clock } from './door-words';

/** Who came with more than they registered, and at which doors when: 刘*芳 报 1 人，扫了 2 人（东门 9:31 进 1 人，西门 9:40 进 1 人）. */
export function conflictWords({ name, party, scanned, doors }: Conflict): string {
  const where = doors.map((each) => doorCrew.conflictDoor(each.name || doorCrew.otherDoor, clock(each.at), each.seats));
  return (
    doorCrew.notes.conflict(name, party, scanned) + (where.length > 0 ? doorCrew.conflictDoors(where.join('，')) : '')
  );
}
