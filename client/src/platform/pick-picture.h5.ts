import type { PickedFile } from './pick-file';
import { pickFile } from './pick-file.h5';

/** Lets the person choose one picture; null where they choose none. */
export const pickPicture = (): Promise<PickedFile | null> => pickFile(['jpg', 'jpeg', 'png', 'webp']);
