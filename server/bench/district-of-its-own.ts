import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'openday-bench-'));

let made = 0;

/** The address of an empty database of that server. */
export async function newDatabase(url: string): Promise<string> {
  const name = `bench_${Date.now()}_${made++}`;
  const connection = await createConnection(url);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await connection.end();
  return `${url}/${name}`;
}

export const median = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
