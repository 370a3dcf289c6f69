import Taro from '@tarojs/taro';
import { privacyAgreed } from './privacy';

/** Puts the text on the clipboard. Rejects where the person agrees to nothing of the kind. */
export async function copyText(text: string): Promise<void> {
  if (!(await privacyAgreed())) throw new Error('the privacy guide is not agreed to');
  await Taro.setClipboardData({ data: text });
}
