import { create } from 'zustand';
import { readStored, type Stored, store } from '@/lib/stored';
import { resident } from '@/lib/text/resident';
import { locate } from '@/platform/location';

type Place = Stored['place'];

interface PlaceStore {
  /** Where the resident looks; null = nowhere in particular. */
  place: Place | null;
}

export const usePlace = create<PlaceStore>(() => ({ place: readStored('place') }));

/** Looks around this place from now on, on every page. */
export function choosePlace(place: Place | null): void {
  store('place', place);
  usePlace.setState({ place });
}

/** Looks around where the phone is; asks the person. False where they refuse or nothing is found. */
export async function chooseHere(): Promise<boolean> {
  try {
    choosePlace({ name: resident.place.here, ...(await locate()) });
    return true;
  } catch {
    // The caller tells the person, who can choose by hand all the same.
    return false;
  }
}
