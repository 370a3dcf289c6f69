import { type PickedFile } from './pick-file';
import { pickFile } from './pick-file.h5';

/** Lets the person choose one photo; null where they choose none. */
export const pickPhoto = (): Promise<PickedFile | null> => pickFile(['jpg', 'jpeg', 'png', 'webp']);
