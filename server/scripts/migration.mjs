// Writes the migration that brings both databases from the last one to the entities: pnpm migration NAME
// Needs a MariaDB to compare with: TEST_MARIADB_URL=mysql://root@127.0.0.1:3307
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { DataSource } = require('typeorm');
const { embeddedOptions, mariadbOptions } = require('../dist/src/database/data-source.js');

const name = process.argv[2];
const server = process.env.TEST_MARIADB_URL;
if (!/^[a-z][a-zA-Z]+$/.test(name ?? '') || !server)
  throw new Error('usage: TEST_MARIADB_URL=… pnpm migration camelCaseName');
const stamp = Date.now();
const folder = join(import.meta.dirname, '../src/database/migrations');
const className = `${name[0].toUpperCase()}${name.slice(1)}${stamp}`;

const literal = (query) =>
  `\`${query.query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;
const calls = (queries) => queries.map((q) => `    await runner.query(${literal(q)});`).join('\n');

async function write(kind, options) {
  const source = await new DataSource({ ...options, migrationsRun: true }).initialize();
  const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  mkdirSync(join(folder, kind), { recursive: true });
  if (!upQueries.length) return console.info(`${kind}: nothing to do`);
  writeFileSync(
    join(folder, kind, `${stamp}-${name}.ts`),
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
${calls(upQueries)}
  }

  async down(runner: QueryRunner): Promise<void> {
${calls([...downQueries].reverse())}
  }
}
`,
  );
  console.info(`${kind}: ${upQueries.length} statements`);
}

await write('embedded', embeddedOptions(join(mkdtempSync(join(tmpdir(), 'migration-')), 'm.db')));
const admin = await new DataSource({ type: 'mariadb', url: server.replace(/^mysql:/, 'mariadb:') }).initialize();
await admin.query(`CREATE DATABASE migration_${stamp} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
await write('mariadb', mariadbOptions(`${server}/migration_${stamp}`, 2));
await admin.query(`DROP DATABASE migration_${stamp}`);
await admin.destroy();

const list = (kind) =>
  readdirSync(join(folder, kind))
    .filter((f) => f.endsWith('.ts'))
    .sort()
    .map((f) => {
      const [, time, word] = f.match(/^(\d+)-(\w+)\.ts$/);
      return {
        path: `./migrations/${kind}/${f.slice(0, -3)}`,
        name: `${word[0].toUpperCase()}${word.slice(1)}${time}`,
      };
    });
const lists = { Embedded: list('embedded'), Mariadb: list('mariadb') };
const imports = Object.entries(lists).flatMap(([kind, all]) =>
  all.map((m) => `import { ${m.name} as ${kind}${m.name} } from '${m.path}';`),
);
const array = (kind) => `[${lists[kind].map((m) => `${kind}${m.name}`).join(', ')}]`;
writeFileSync(
  join(folder, '../migrations.ts'),
  `// Written by scripts/migration.mjs.
import type { MigrationInterface } from 'typeorm';
${imports.join('\n')}

type Migrations = (new () => MigrationInterface)[];

export const MARIADB_MIGRATIONS: Migrations = ${array('Mariadb')};
export const EMBEDDED_MIGRATIONS: Migrations = ${array('Embedded')};
`,
);
