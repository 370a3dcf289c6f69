import Taro from '@tarojs/taro';
import { privacyAgreed } from './privacy';

export interface PickedFile {
  path: string;
  name: string;
}

/** Lets the person choose one file with one of these endings; null where they choose none. */
export async function pickFile(endings: readonly string[]): Promise<PickedFile | null> {
  if (!(await privacyAgreed())) return null;
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] });
    const [file] = tempFiles;
    return file ? { path: file.path, name: file.name } : null;
  } catch {
    // WeChat reports closing the chooser as a failure.
    return null;
  }
}

/** Takes a file dragged onto the page; nothing is dragged on a phone. Returns the way to stop. */
export function listenDrops(_onFile: (file: PickedFile) => void, _onOver: (over: boolean) => void): () => void {
  return () => undefined;
}
