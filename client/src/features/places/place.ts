import { create } from 'zustand';
import { readStored, type Stored, store } from '@/lib/stored';

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
