import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ICON_NAMES } from './icon-names';

test('every icon has its file, its name and its rule', () => {
  const files = readdirSync(join(__dirname, 'icons')).map((file) => file.replace('.svg', ''));
  const sheet = readFileSync(join(__dirname, 'icon.scss'), 'utf8');
  const rules = [...sheet.matchAll(/icons\/([\w-]+)\.svg/g)].map(([, name]) => name);
  expect([...ICON_NAMES].sort()).toEqual(files.sort());
  expect(rules.sort()).toEqual(files);
});
