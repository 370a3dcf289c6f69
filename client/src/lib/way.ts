import { type Destination, openDirections } from '@/platform/directions';
import { tell } from './ask';
import { sayFailure } from './say';
import { everyone } from './text/everyone';

/** 怎么去: a map on the place; without network, where that takes one, the address in words. */
export async function showWay(place: Destination): Promise<void> {
  try {
    if (await openDirections(place)) return;
    await tell(place.name, everyone.wayOffline(place.address));
  } catch (failure) {
    sayFailure(failure);
  }
}
