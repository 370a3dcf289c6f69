import Taro from '@tarojs/taro';
import type { PickedFile } from './pick-file';
import { privacyAgreed } from './privacy';

/** Lets the person choose one picture of the album, made smaller by WeChat; null where they choose none. */
export async function pickPicture(): Promise<PickedFile | null> {
  if (!(await privacyAgreed())) return null;
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] });
    const [file] = tempFiles;
    return file ? { path: file.tempFilePath, name: 'picture.jpg' } : null;
  } catch {
    // WeChat reports closing the chooser as a failure.
    return null;
  }
}
