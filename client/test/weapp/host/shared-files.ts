import { type Callbacks, settle } from './callbacks';

const FOLDER = 'http://usr';

interface Share extends Callbacks {
  filePath: string;
  fileName?: string;
}

/** The mini program's own folder, and the files it handed to a chat. */
export class SharedFiles {
  readonly shared: { name: string; text: string }[] = [];
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
