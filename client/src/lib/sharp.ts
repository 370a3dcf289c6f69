import { create } from 'zustand';
import { readStored, store } from './stored';

/** Strong contrast, for a door in the sun; who asked their phone for more contrast has it without. */
export const useSharp = create<{ sharp: boolean }>(() => ({ sharp: readStored('sharp') ?? false }));

/** Turns strong contrast on or off for every page, and keeps it. */
export function setSharp(sharp: boolean): void {
  store('sharp', sharp);
  useSharp.setState({ sharp });
}
