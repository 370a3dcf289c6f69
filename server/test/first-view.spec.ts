import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, theDistrict } from './support/factories';

/** As the client's build leaves it, drawn more plainly. */
const VIEW = "exports.firstView = ({ items }) => items.map(({ theme }) => '<p>' + theme.length + '</p>').join('')";
const PAGE = '<!doctype html><title>开放日</title><body><div id="app"></div>';
/** An answer is kept for a second; the index answers for four without the database. */
const [KEPT_MS, USABLE_MS] = [1100, 4200];

let test_: TestApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openday-first-view-'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'first-view.cjs'), VIEW);
  test_ = await startApp({ H5_DIR: folder });
});
afterAll(async () => {
  await test_.stop();
  rmSync(folder, { recursive: true, force: true });
});

const page = () => test_.app.inject({ method: 'GET', url: '/' });

/** Asks again where the list was not drawn in the time a page waits for it. */
async function withList() {
  for (;;) {
    const answer = await page();
    if (answer.body !== PAGE) return answer;
  }
}

test('the page goes out with the list as it is within a second, which nothing in a title can end', async () => {
  expect((await page()).body).toBe(PAGE);
  const desk = await theDistrict(test_);
  const theme = '</script><script>alert(1)</script>';
  await aPublishedSession(desk, {}, { theme });
  await wait(KEPT_MS);
  const { body, headers } = await withList();
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  const [, html, json = ''] =
    /<body><div id="first" data-at="\d+">(.*)<script type="application\/json">(.*?)<\/script><\/div><div id="app">/.exec(
      body,
    ) ?? [];
  expect(html).toBe(`<p>${theme.length}</p>`);
  const { body: list } = await test_.anonymous.get('/sessions');
  expect(JSON.parse(json)).toEqual(list);
});

test('a server whose list cannot be drawn serves the page all the same', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'openday-first-view-'));
  writeFileSync(join(broken, 'index.html'), PAGE);
  writeFileSync(join(broken, 'first-view.cjs'), 'throw new Error("made by another build")');
  const other = await startApp({ H5_DIR: broken });
  expect((await other.app.inject({ method: 'GET', url: '/' })).body).toBe(PAGE);
  await other.stop();
  rmSync(broken, { recursive: true, force: true });
});

test('where the list cannot be had the page goes out without it', async () => {
  await test_.database.read.connection.destroy();
  await wait(USABLE_MS);
  const { statusCode, body } = await page();
  expect([statusCode, body]).toEqual([200, PAGE]);
});
