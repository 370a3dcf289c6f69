import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { instantOf } from '@openday/shared/dates';
import { DataSource } from 'typeorm';
import { loadConfig } from '../config';
import { databaseNow } from '../database/clock';
import { dataSourceOptions } from '../database/data-source';
import { dueToGo } from './retention';

const USAGE = '用法：pnpm retention [--on 2026-12-31]   今夜（或到那天夜里）会删掉什么；只看，不删';

/** A dry run of what is removed by its age: a line a field and programme. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { on: { type: 'string' } }, allowPositionals: true });
  if (positionals.length || (values.on !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.on))) throw new Error(USAGE);
  const source = await new DataSource(dataSourceOptions(loadConfig(process.env))).initialize();
  const now = values.on ? new Date(instantOf(values.on, '23:59')) : await databaseNow(source.manager);
  const due = await dueToGo(source.manager, now).finally(() => source.destroy());
  for (const { field, programme, rows } of due)
    console.info([rows, field, programme ?? '（不属于哪个计划）'].join('\t'));
  console.info(`一共 ${due.reduce((sum, { rows }) => sum + rows, 0)} 处，什么也没有动`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
