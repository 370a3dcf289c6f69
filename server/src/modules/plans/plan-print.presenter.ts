import type { PlanJson, RowJson } from './plan-json.presenter';
import type { Score, Tally } from './plan-score.rules';
import { SCORED, type Scored } from './plan-truth.rules';

const SEVERITY = { block: '必须定', confirm: '请确认', info: '提示' };
const FIELD: Record<Scored, string> = {
  number: '序号',
  time: '时间',
  theme: '主题',
  content: '内容',
  unit: '单位',
  headcount: '人数',
  contact: '联系人',
  forms: '形式',
  audience: '对象',
  venue: '地点',
};

/** A plan for people at a terminal: a row's values on one line, its warnings under it. */
export function printPlan(plan: PlanJson): string {
  if (plan.rejected) return `没有导入（${plan.rejected.code}）：${plan.rejected.message}`;
  const head = [plan.title ?? '（没找到标题）', plan.year === null ? '没写年份' : `${plan.year}年`, plan.programme];
  const blocked = plan.rows.filter((row) => row.warnings.some(({ severity }) => severity === 'block')).length;
  return [
    head.filter(Boolean).join(' · '),
    `${plan.rows.length} 行，${blocked} 行有必须定的内容`,
    ...plan.rows.flatMap(printRow),
  ].join('\n');
}

function printRow(row: RowJson): string[] {
  const contacts = row.contacts.map(({ name, phone }) => `${name} ${phone}`.trim()).join('、');
  const values = [timeOf(row.time), row.theme, row.headcount.text, row.unit, row.venue, contacts].map(
    (value) => value || '—',
  );
  return [
    `\n${row.no ?? '·'}  ${values.join(' │ ')}`,
    ...row.warnings.map(({ severity, message, code }) => `   ${SEVERITY[severity]}  ${message}（${code}）`),
  ];
}

function timeOf({ text, from, to, start, end }: RowJson['time']): string {
  if (!from) return text ?? '';
  const days = from === to ? from : `${from}–${to}`;
  return [text, `= ${days}`, start && (end ? `${start}–${end}` : start)].filter(Boolean).join(' ');
}

/** A score for people at a terminal, field by field, then everything that is not right. */
export function printScore({ rows, plan, fields, wrong, warnings }: Score): string {
  const tallies = SCORED.filter((field) => total(fields[field]) > 0);
  const codes = (list: { row: string; code: string }[]) =>
    list.length > 0 ? list.map(({ row, code }) => `${row} ${code}`).join('、') : '无';
  return [
    `找到 ${rows.found} / ${rows.expected} 行，多出 ${rows.surplus} 行`,
    ...plan.map(({ what, expected, got, right }) => `${what}: ${right ? '对' : '错'}  ${expected} / ${got}`),
    '字段\t对\t错但问了\t错且没问\t缺\t对的比例',
    ...tallies.map((field) => {
      const { right, wrongWithWarning, wrongAndSilent, missing } = fields[field];
      const share = ((right / total(fields[field])) * 100).toFixed(1);
      return `${FIELD[field]}\t${right}\t${wrongWithWarning}\t${wrongAndSilent}\t${missing}\t${share}%`;
    }),
    `错且没问合计 ${tallies.reduce((sum, field) => sum + fields[field].wrongAndSilent, 0)}`,
    `多余的“必须定、请确认” ${warnings.surplus.length}（每行 ${(warnings.surplusPerRow * 100).toFixed(1)}%）：${codes(warnings.surplus)}`,
    `该有而没有的“必须定” ${warnings.missingBlock.length}：${codes(warnings.missingBlock)}`,
    ...wrong.map(
      ({ row, field, outcome, expected, got }) =>
        `第 ${row} 行 ${FIELD[field]} ${outcome}\n   真 ${expected}\n   读 ${got || '（空）'}`,
    ),
  ].join('\n');
}

function total(tally: Tally): number {
  return tally.right + tally.wrongWithWarning + tally.wrongAndSilent + tally.missing;
}
