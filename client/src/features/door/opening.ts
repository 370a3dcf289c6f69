import { keptList, keptListIds, openLists, readListsAgain } from '@/lib/kept-lists';
import { hearOtherTabs } from '@/platform/other-tabs';
import { doorName, openDevice, setDoorName } from './device';
import { touched, useDoorState } from './door-state';
import { openJournal } from './journal';

let opening: Promise<void> | null = null;

/** Reads what this phone keeps of its doors, once; every door page waits for it. Throws where the storage cannot be read. */
export function openDoor(): Promise<void> {
  opening ??= open().catch((failure: unknown) => {
    opening = null;
    // Pages are shown all the same: they say that there is no list, and record nothing.
    useDoorState.setState({ ready: true });
    throw failure;
  });
  return opening;
}

/** A browser that is killed may lose what was stored plainly; the list knows what the server was told. */
function rememberDoorName(): void {
  const told = keptListIds().map((id) => keptList(id)?.door);
  const name = told.find((each) => typeof each === 'string');
  if (doorName() === null && name) setDoorName(name);
}

async function open(): Promise<void> {
  await Promise.all([openLists(), openDevice(), openJournal()]);
  rememberDoorName();
  hearOtherTabs(() => {
    Promise.all([readListsAgain(), openJournal()]).then(touched, (failure) => console.error('door not read', failure));
  });
  useDoorState.setState({ ready: true });
  touched();
}
