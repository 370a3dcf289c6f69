import { type Callbacks, settle } from './callbacks';

const FOLDER = 'http://usr';

interface Share extends Callbacks {
  filePath: string;
  fileName?: string;
}

interface Document extends Callbacks {
  filePath: string;
  fileType?: string;
}

/** The mini program's own folder, and the files it handed to a chat. */
export class SharedFiles {
  readonly shared: { name: string; text: string }[] = [];
  /** What was shown by WeChat's own reader. */
  readonly opened: Document[] = [];
  private readonly files = new Map<string, string>();

  api() {
    return {
      env: { USER_DATA_PATH: FOLDER },
      getFileSystemManager: () => ({
        writeFileSync: (path: string, text: string) => {
          if (!path.startsWith(`${FOLDER}/`)) throw new Error(`writeFileSync:fail permission denied, open ${path}`);
          this.files.set(path, text);
        },
      }),
      openDocument: (options: Document) =>
        settle('openDocument', options, () => {
          if (!options.filePath.startsWith('wxfile://')) throw new Error(`no file ${options.filePath}`);
          this.opened.push(options);
          return {};
        }),
      shareFileMessage: (options: Share) =>
        settle('shareFileMessage', options, () => {
          const text = this.files.get(options.filePath);
          if (text === undefined) throw new Error(`no file ${options.filePath}`);
          this.shared.push({ name: options.fileName ?? '', text });
          return {};
        }),
    };
  }
}
