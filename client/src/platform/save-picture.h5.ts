import type { Saved } from './save-picture';

export const TO_ALBUM = false;

/** Downloads a picture under this name. */
export async function savePicture(picture: string, name: string): Promise<Saved> {
  const link = document.createElement('a');
  link.href = picture;
  link.download = name;
  link.click();
  return 'saved';
}
