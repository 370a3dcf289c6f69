// pnpm upload:weapp [--dry] [--folder BUILT]: looks the mini program over and uploads it for review. --dry only looks; --folder
// takes a client folder that is built already. WECHAT_APPID, WECHAT_UPLOAD_KEY (the key's file), OPENDAY_API_BASE.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './builds.mjs';
import { ROOT } from './process.mjs';

/** Fetched when it is used, into npm's cache: it brings a thousand packages, old Babels among them, that nothing else here needs. */
const TOOL = 'miniprogram-ci@2.1.42';
const MB = 1024 * 1024;
/** WeChat's, of each package and of all. */
const MOST = { package: 2 * MB, all: 20 * MB };

const { values } = parseArgs({
  options: { dry: { type: 'boolean' }, folder: { type: 'string' }, desc: { type: 'string' } },
});
const { WECHAT_APPID: appid = '', WECHAT_UPLOAD_KEY: key = '', OPENDAY_API_BASE: api = '' } = process.env;
const client = resolve(values.folder ?? join(ROOT, 'client'));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const project = JSON.parse(readFileSync(join(client, 'project.config.json'), 'utf8'));

const settings = problemsOfSettings();
if (settings.length > 0) refuse(settings);
if (!values.folder) await build('weapp');
const built = join(client, project.miniprogramRoot);
const bundle = problemsOfBundle();
if (bundle.length > 0) refuse(bundle);

const args = ['upload', '--pp', client, '--pkp', resolve(key), '--appid', appid, '--uv', version, '-r', '1'];
args.push('--use-project-config', 'true', '--ud', values.desc ?? `OpenDay ${version}`);
console.info(`AppID ${appid}，版本 ${version}，服务器 ${api}`);
console.info(`npx --yes ${TOOL} ${args.join(' ')}`);
if (values.dry) console.info('只看一遍，没有上传');
else await upload();

/** What is wrong with what it was told; each says what to do. */
function problemsOfSettings() {
  const text = existsSync(key) && statSync(key).isFile() ? readFileSync(key, 'utf8') : '';
  const host = URL.canParse(api) ? new URL(api) : null;
  return [
    !/^wx[0-9a-f]{16}$/.test(appid) && 'WECHAT_APPID：填小程序的 AppID，wx 开头共 18 位（开发管理 → 开发设置）',
    !key && 'WECHAT_UPLOAD_KEY：填代码上传密钥文件的路径（开发管理 → 开发设置 → 小程序代码上传）',
    key && !text && `WECHAT_UPLOAD_KEY：没有 ${key} 这个文件`,
    text && !text.includes('PRIVATE KEY-----') && `WECHAT_UPLOAD_KEY：${key} 不是密钥文件，请重新下载`,
    !(host?.protocol === 'https:' && host.hostname.includes('.') && !/^[\d.]+$/.test(host.hostname)) &&
      'OPENDAY_API_BASE：填服务器地址，https 开头、用域名，如 https://openday.example.gov.cn/api',
    !/^\d+\.\d+\.\d+$/.test(version) && 'package.json：version 要写成 1.2.3 这样',
    project.compileType !== 'miniprogram' && 'project.config.json：compileType 应是 miniprogram',
    project.setting?.urlCheck !== true && 'project.config.json：urlCheck 应是 true，真机上才查域名',
    (project.setting?.es6 || project.setting?.minified) &&
      'project.config.json：es6 和 minified 应是 false，已经编译过了',
  ].filter(Boolean);
}

/** What WeChat would refuse of what was built, or would not work with it. Prints the packages' sizes. */
function problemsOfBundle() {
  if (!existsSync(join(built, 'app.json'))) return [`${built}：没有编译好的小程序，先 pnpm build weapp`];
  const app = JSON.parse(readFileSync(join(built, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/*$/, '/'));
  const files = filesUnder(built);
  const sizes = new Map(['', ...roots].map((root) => [root, 0]));
  for (const { path, bytes } of files) {
    const root = roots.find((one) => path.startsWith(one)) ?? '';
    sizes.set(root, sizes.get(root) + bytes);
  }
  const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  for (const [root, bytes] of [...sizes, ['合计', all]]) console.info(`${inKB(bytes)}  ${root || '主包'}`);
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  return [
    ...[...sizes].map(([root, bytes]) => bytes > MOST.package && `${root || '主包'}：${inKB(bytes)}，一个包最多 2 MB`),
    all > MOST.all && `合计 ${inKB(all)}，最多 20 MB`,
    app.__usePrivacyCheck__ !== true && 'app.json：__usePrivacyCheck__ 应是 true',
    !scripts.some(({ path }) => readFileSync(join(built, path), 'utf8').includes(api)) &&
      `编译好的小程序里不是 ${api} 这个服务器：带着 OPENDAY_API_BASE 重新编译`,
  ].filter(Boolean);
}

function filesUnder(folder) {
  const names = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
  const found = names.map((path) => ({ path, stat: statSync(join(folder, path)) }));
  return found.filter(({ stat }) => stat.isFile()).map(({ path, stat }) => ({ path, bytes: stat.size }));
}

function inKB(bytes) {
  return `${Math.ceil(bytes / 1024)} kB`.padStart(8);
}

function refuse(problems) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

/** Its own output is shown as it comes. */
function upload() {
  return new Promise((done) => {
    const tool = spawn('npx', ['--yes', TOOL, ...args], { cwd: ROOT, stdio: 'inherit' });
    tool.once('error', (error) => refuse([error.message]));
    tool.once('exit', (code) => {
      process.exitCode = code ?? 1;
      done();
    });
  });
}
