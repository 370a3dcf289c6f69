import Taro from '@tarojs/taro';

/** WeChat keeps no files for people: the file goes to a chat of theirs, where it can be opened and kept. */
export async function saveFile(name: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  // At once: WeChat wants the file shared by the very tap.
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
  await Taro.shareFileMessage({ filePath, fileName: name });
}
