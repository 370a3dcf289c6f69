import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';

/** What one process needed for a file: `seconds` of reading alone, its peak of memory altogether. */
export interface PlanMeasure {
  rows: number;
  seconds: number;
  megabytes: number;
}
const ROWS = 2_000;
const ROUNDS = 5;

/** A 2,000-row .xlsx read and understood, as an upload is, against the same library merely reading the same cells. */
export async function benchPlan(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'openday-bench-'));
  const file = join(folder, 'plan.xlsx');
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '计划', rows: sheet() }] }));
  const reads: PlanMeasure[] = [];
  const plans: PlanMeasure[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    reads.push(await measure('read', file));
    plans.push(await measure('plan', file));
  }
  rmSync(folder, { recursive: true });
  const seconds = middle(plans.map((one) => one.seconds));
  const readSeconds = middle(reads.map((one) => one.seconds));
  const line = {
    case: 'plan.xlsx',
    rows: plans[0]!.rows,
    seconds,
    megabytes: Math.max(...plans.map((one) => one.megabytes)),
    readSeconds,
    readMegabytes: Math.max(...reads.map((one) => one.megabytes)),
    ratio: Number((seconds / readSeconds).toFixed(1)),
  };
  console.info(JSON.stringify(line));
}

/** Each in a process of its own, so that nobody's memory counts for the other. */
async function measure(what: 'read' | 'plan', file: string): Promise<PlanMeasure> {
  const child = fork(join(__dirname, 'plan-child.js'), [what, file]);
  const [found] = (await once(child, 'message')) as [PlanMeasure];
  return found;
}

function middle(values: readonly number[]): number {
  return Number([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!.toFixed(2));
}

const TIMES = ['9月上旬', '9月4日上午9:30—11:00', '2025年9月15日(星期一)下午3:00', '10月', '每周四9:00—11:00'];
const THEMES = ['走进水厂看净水', '老旧小区改造座谈会', '小麦补贴政策解读', '“体验官”进大厅', '居民议事日'];
const HEADCOUNTS = ['20人', '5-10人', '30余人', '限额15人', '市民代表12名、企业代表6名'];
const UNITS = ['湖畔区水务局', '湖畔区住房和城乡建设局', '城东街道办事处', '湖畔区政务服务中心', '青石镇人民政府'];
const PLACES = ['一水厂', '区文化馆三楼会议室', '各社区', '青石镇便民服务中心', '净水展厅'];

function sheet(): (string | number)[][] {
  const head = ['序号', '活动时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'];
  const pick = (words: readonly string[], i: number) => words[i % words.length]!;
  const rows = Array.from({ length: ROWS }, (_, i) => [
    i + 1,
    pick(TIMES, i),
    `${pick(THEMES, i * 3)}（第${i + 1}期）`,
    `邀请${10 + (i % 40)}名居民代表到${pick(PLACES, i)}，现场参观并听取工作人员讲解，围绕群众关心的问题开展座谈交流，收集意见建议。`,
    pick(HEADCOUNTS, i * 7),
    pick(UNITS, i * 11),
    `办公室 0635-00000${String(i % 100).padStart(2, '0')}`,
  ]);
  return [['2025年湖畔区“政府开放月”活动计划表'], head, ...rows];
}
