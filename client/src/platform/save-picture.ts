import Taro from '@tarojs/taro';
import { privacyAgreed } from './privacy';

/** saved · denied: the person has not allowed it, only the settings can · stopped: they changed their mind */
export type Saved = 'saved' | 'denied' | 'stopped';

/** Whether pictures go to an album, or to where downloads go. */
export const TO_ALBUM = true;

/** Puts a picture into the phone's album; WeChat asks the person first. Rejects where it cannot be written. */
export async function savePicture(picture: string, _name: string): Promise<Saved> {
  if (!(await privacyAgreed())) return 'stopped';
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: picture });
    return 'saved';
  } catch (failure) {
    const { errMsg = '' } = failure as { errMsg?: string };
    if (/cancel/.test(errMsg)) return 'stopped';
    if (/auth|deny/.test(errMsg)) return 'denied';
    throw new Error(errMsg);
  }
}
