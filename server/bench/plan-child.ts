import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { PlanReadingService } from '../src/modules/plans/plan-reading.service';
import type { PlanMeasure } from './plan.case';

/** Reads one file in one of two ways and tells what it took. */
async function main([what, file]: string[]): Promise<void> {
  const bytes = readFileSync(file!);
  const began = performance.now();
  const rows = what === 'plan' ? await understand(bytes) : await merelyRead(bytes);
  const seconds = (performance.now() - began) / 1_000;
  const measure: PlanMeasure = { rows, seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1_024) };
  process.send!(measure, () => process.exit(0));
}

async function understand(bytes: Buffer): Promise<number> {
  const { rows } = await new PlanReadingService().read({ bytes }, { units: null });
  return rows.length;
}

async function merelyRead(bytes: Buffer): Promise<number> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets[0]!.rows.length;
}

void main(process.argv.slice(2));
