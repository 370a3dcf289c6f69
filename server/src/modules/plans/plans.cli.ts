import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../http/app-error';
import { type PlanJson, presentReading, presentRefusal } from './plan-json.presenter';
import { printPlan, printScore } from './plan-print.presenter';
import { PlanReadingService } from './plan-reading.service';
import { scorePlan } from './plan-score.rules';
import type { Truth, TruthRow } from './plan-truth.rules';

const USAGE = `usage: plan parse FILE [--year Y] [--title T] [--json]
       plan score FILE TRUTH [--year Y] [--title T] [--json]
A sheet of open days (.xlsx, .docx, .pdf, .csv, text) → its rows, or how well they were read against TRUTH.
Exit code 0: read, 2: the file was refused, 1: anything else.`;
const REFUSED = 2;

interface Options {
  year?: number;
  title?: string;
  json: boolean;
}

/** What an operator's shell asks for. Only the answer goes to standard output. */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { year: { type: 'string' }, title: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [command, file, truth, ...more] = positionals;
  const year = values.year === undefined ? undefined : Number(values.year);
  const isYear = year === undefined || (Number.isInteger(year) && year >= 2000 && year <= 2100);
  const isScore = command === 'score' && truth !== undefined;
  if (!file || more.length > 0 || !isYear || !(isScore || (command === 'parse' && truth === undefined)))
    throw new Error(USAGE);
  const options: Options = { json: values.json, ...(year && { year }), ...(values.title && { title: values.title }) };
  await (isScore ? score(file, truth, options) : parse(file, options));
}

async function parse(file: string, options: Options): Promise<void> {
  const plan = await planOf(file, options);
  say(options.json ? JSON.stringify(plan, null, 1) : printPlan(plan));
  if (plan.rejected) process.exitCode = REFUSED;
}

async function score(file: string, truthFile: string, options: Options): Promise<void> {
  const truth = truthOf(JSON.parse(await readFile(fromHere(truthFile), 'utf8')) as Truth | TruthRow[]);
  const plan = await planOf(file, options);
  const result = scorePlan(plan, truth);
  say(options.json ? JSON.stringify(result, null, 1) : printScore(result));
  if (plan.rejected && !truth.rejected) process.exitCode = REFUSED;
}

async function planOf(file: string, { title, year }: Options): Promise<PlanJson> {
  const bytes = await readFile(fromHere(file));
  try {
    const known = { units: null, ...(title && { title }), ...(year && { year }) };
    return presentReading(await new PlanReadingService().read({ bytes }, known));
  } catch (error) {
    if (error instanceof AppError) return presentRefusal(error);
    throw error;
  }
}

/** A bare list of rows is a truth that says nothing of title and year. */
function truthOf(truth: Truth | TruthRow[]): Truth {
  return Array.isArray(truth) ? { rows: truth } : { ...truth, rows: truth.rows ?? [] };
}

/** A package manager changes the folder: where the user stands is in INIT_CWD. */
function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
