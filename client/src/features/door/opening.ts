import { openLists, readListsAgain } from '@/lib/kept-lists';
import { hearOtherTabs } from '@/platform/other-tabs';
import { openDevice } from './device';
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

async function open(): Promise<void> {
  await Promise.all([openLists(), openDevice(), openJournal()]);
  hearOtherTabs(() => {
    Promise.all([readListsAgain(), openJournal()]).then(touched, (failure) => console.error('door not read', failure));
  });
  useDoorState.setState({ ready: true });
  touched();
}
