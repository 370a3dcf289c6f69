// Generates src/http/contract.schema.json from shared/src/contract.ts; with --check, fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

const file = join(import.meta.dirname, '../src/http/contract.schema.json');
const generate = (type) =>
  createGenerator({
    path: join(import.meta.dirname, '../../shared/src/{contract,wire,errors}.ts'),
    tsconfig: join(import.meta.dirname, '../../shared/tsconfig.json'),
    type,
    expose: 'export',
    topRef: true,
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema(type);

const schema = generate('Contract');
Object.assign(schema.definitions, generate('ErrorBody').definitions);
const text = `${JSON.stringify(schema, null, 1)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('server/src/http/contract.schema.json is stale: run pnpm --filter @openday/server contract');
    process.exit(1);
  }
} else writeFileSync(file, text);
