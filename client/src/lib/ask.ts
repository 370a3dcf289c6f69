import Taro from '@tarojs/taro';
import { everyone } from './text/everyone';

/** The token's own value: WeChat's dialogue takes no class. */
const ACCENT = '#0a6c67';

/** Says what has to be read, and stays until it is. */
export async function tell(title: string, content: string): Promise<void> {
  await Taro.showModal({ title, content, showCancel: false, confirmText: everyone.seen, confirmColor: ACCENT });
}

export interface Question {
  title: string;
  content: string;
  /** The buttons' words, at most 4 characters: WeChat takes no more. */
  yes: string;
  no: string;
}

/** Asks before something that cannot be taken back. True = go on. */
export async function ask({ title, content, yes, no }: Question): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title,
    content,
    confirmText: yes,
    cancelText: no,
    confirmColor: ACCENT,
  });
  return confirm;
}
