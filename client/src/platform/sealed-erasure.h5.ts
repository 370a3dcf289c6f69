import { doorDatabase } from './door-database.h5';

/** Forgets everything sealed that was to be kept until `now` at most; all of it where no time is given. */
export async function eraseSealed(now = Number.POSITIVE_INFINITY): Promise<void> {
  const tx = (await doorDatabase()).transaction('lists', 'readwrite');
  for (let list = await tx.store.openCursor(); list; list = await list.continue()) {
    if (list.value.until <= now) await list.delete();
  }
  await tx.done;
}
