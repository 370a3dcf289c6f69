import Taro from '@tarojs/taro';

export interface PickedFile {
  path: string;
  name: string;
}

/** Lets the person choose one file with this ending; null where they choose none. */
export async function pickFile(ending: string): Promise<PickedFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [ending] });
    const [file] = tempFiles;
    return file ? { path: file.path, name: file.name } : null;
  } catch {
    // WeChat reports closing the chooser as a failure.
    return null;
  }
}
