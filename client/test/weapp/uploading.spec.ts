import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(__dirname, '../../../scripts/upload-weapp.mjs');
const API = 'https://openday.example.gov.cn/api';
const APPID = 'wx00000000000000aa';

let folder: string;
let sound: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openday-upload-'));
  cpSync(resolve(__dirname, '../../project.config.json'), join(folder, 'project.config.json'));
  const key = join(folder, `private.${APPID}.key`);
  writeFileSync(key, '-----BEGIN RSA PRIVATE KEY-----\nno key of anybody\n-----END RSA PRIVATE KEY-----\n');
  sound = { WECHAT_APPID: APPID, WECHAT_UPLOAD_KEY: key, OPENDAY_API_BASE: API };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A mini program of one page, and one more in a subpackage of so many bytes. */
function built(bytes: number, api = API): void {
  const root = join(folder, 'dist/weapp');
  mkdirSync(join(root, 'more'), { recursive: true });
  const app = { pages: ['index'], subPackages: [{ root: 'more', pages: ['index'] }], __usePrivacyCheck__: true };
  writeFileSync(join(root, 'app.json'), JSON.stringify(app));
  writeFileSync(join(root, 'app.js'), `const base = "${api}";`);
  writeFileSync(join(root, 'more/index.js'), 'x'.repeat(bytes));
}

function look(env: Record<string, string> = sound) {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--dry', '--folder', folder], {
    env: { PATH, ...env },
    encoding: 'utf8',
  });
  return { status, said: stdout, refused: stderr };
}

test('a dry run tells the sizes and what would be uploaded, and uploads nothing', () => {
  built(300_000);
  const { status, said, refused } = look();
  expect([status, refused]).toEqual([0, '']);
  expect(said).toMatch(/293 kB {2}more\//);
  expect(said).toContain(`--appid ${APPID} --uv 0.1.0 -r 1 --use-project-config true`);
  expect(said).toContain('没有上传');
});

test('without settings each that is missing is named, and nothing is built or uploaded', () => {
  const { status, refused } = look({});
  expect(status).toBe(1);
  for (const name of ['WECHAT_APPID', 'WECHAT_UPLOAD_KEY', 'OPENDAY_API_BASE']) expect(refused).toContain(`${name}：`);
  expect(look({ ...sound, WECHAT_UPLOAD_KEY: join(folder, 'gone.key') }).refused).toContain('没有');
  expect(look({ ...sound, WECHAT_UPLOAD_KEY: join(folder, 'project.config.json') }).refused).toContain('不是密钥文件');
  expect(look({ ...sound, OPENDAY_API_BASE: 'http://10.0.0.5/api' }).refused).toContain('https');
});

test('a package above 2 MB, or built for another server, is refused before anything leaves', () => {
  built(2_200_000, 'http://127.0.0.1:3000/api');
  const { status, refused } = look();
  expect(status).toBe(1);
  expect(refused).toContain('一个包最多 2 MB');
  expect(refused).toContain('重新编译');
});
