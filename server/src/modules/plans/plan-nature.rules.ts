import { type PlanSheet, textOf } from './plan-sheet.rules';

/** Other tables that offices keep, by the words that give them away. */
const OTHERS: readonly (readonly [string, RegExp])[] = [
  ['在线访谈安排', /在线访谈|网上访谈|访谈(?:主题|嘉宾|时间|计划)|政务访谈|网络问政/],
  ['采购清单', /采购|招标|中标|供应商|询价|品名|规格型号|单价/],
  ['招聘或考试名单', /招聘|岗位代码|准考证|考试成绩|笔试|面试|拟录用/],
  ['值班表', /值班/],
  ['课程表', /课程表|课表|任课|授课教师/],
  ['资金表', /预算|决算|资金|补贴发放|万元/],
  ['接访安排', /接访|信访/],
  ['事项清单', /权力清单|权责清单|事项清单|办事指南|行政许可/],
  ['会议安排', /会议议程|会议安排|参会/],
  ['新闻发布会安排', /新闻发布会/],
];
const OPEN_DAY =
  /开放[日月周季年]|政[府务]开放|公众(?:集中)?开放|开放(?:活动|参观)|主题[日月]|(?:议事|接待|体验|公开|观摩)[日月周]|公开月/;
const LIKE_ONE = /邀请|走进|观摩|参观|体验|座谈|议事|宣讲|讲座|群众|市民|居民|义诊|解读|开放/;

/** Whether a sheet is a plan of open days: null when it is, else what it seems to be (`''` when nothing known). */
export function notAPlan(sheet: PlanSheet | null, wholeText: string): string | null {
  const kind = kindOf(sheet, wholeText);
  if (!sheet || sheet.rows.length === 0) return kind;
  const head = headOf(sheet, wholeText);
  if (sheet.prose) return OPEN_DAY.test(wholeText) ? null : kind;
  const placedOpenDay = sheet.fields.includes('venue') && OPEN_DAY.test(head);
  const named = sheet.fields.includes('theme') || sheet.fields.includes('content') || placedOpenDay;
  const placed = sheet.fields.includes('time') || sheet.fields.includes('unit');
  if (!named || !placed) return kind;
  if (OPEN_DAY.test(head)) return null;
  if (kind) return kind;
  const texts = sheet.rows.map((row) => `${textOf(row, 'theme')}${textOf(row, 'content')}${textOf(row, 'form')}`);
  const alike = texts.filter((text) => LIKE_ONE.test(text)).length;
  return alike >= texts.length * 0.3 ? null : '';
}

/** What the title and the columns' names give away, else the first lines. */
function kindOf(sheet: PlanSheet | null, wholeText: string): string {
  const named = [...(sheet?.preface ?? []), sheet?.header ?? ''].join('\n');
  const text = sheet?.header ? named : headOf(sheet, wholeText);
  return OTHERS.find(([, pattern]) => pattern.test(text))?.[0] ?? '';
}

function headOf(sheet: PlanSheet | null, wholeText: string): string {
  return sheet && sheet.preface.length > 0
    ? sheet.preface.join('\n') + wholeText.slice(0, 300)
    : wholeText.slice(0, 600);
}
