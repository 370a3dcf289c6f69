const { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const OUT = join(__dirname, '../.grouped');
/** What looks at the log: a process has one logger, that of the first server in it. */
const ALONE = /data-map\.spec/;

/**
 * The specs of a folder, deep, as a few files that each require their share inside a `describe`: the server's two
 * thousand modules are loaded once a group and not once a spec, which is more than half of what the specs take. Every
 * spec keeps a server and a database of its own. For the whole run; a spec that is asked for by name runs as its own file.
 * @returns the pattern that finds the groups
 */
module.exports = function grouped({ folder, name, left, groups }) {
  const to = join(OUT, name);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const specs = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.spec.ts') && !left.test(file))
    .sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size);
  const many = specs.filter((file) => !ALONE.test(file));
  const shares = Array.from({ length: groups }, (_, group) => many.filter((_, place) => place % groups === group));
  for (const file of specs) if (ALONE.test(file)) shares.push([file]);
  for (const [group, share] of shares.entries()) {
    const lines = share.map(
      (file) => `describe('${file}', () => void require('${relative(to, join(folder, file))}'));\n`,
    );
    writeFileSync(join(to, `${name}-${group + 1}.spec.js`), lines.join(''));
  }
  return `<rootDir>/test/.grouped/${name}/*.spec.js`;
};
