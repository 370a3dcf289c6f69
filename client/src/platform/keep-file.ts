import Taro from '@tarojs/taro';

const OPENED = ['docx', 'xlsx'] as const;

/** WeChat keeps no files for people: it shows one, to be sent on from there; a kind it cannot show goes to a chat. */
export async function keepFile(path: string, name: string): Promise<void> {
  const fileType = OPENED.find((ending) => name.endsWith(`.${ending}`));
  if (fileType) await Taro.openDocument({ filePath: path, fileType, showMenu: true });
  else await Taro.shareFileMessage({ filePath: path, fileName: name });
}
