import type { PlanField } from '@openday/shared/plans';
import { bare } from './plan-words.rules';

/** Header words per field; the first that matches wins, so the more telling stand first. */
const HEADERS: readonly (readonly [PlanField | 'other', RegExp])[] = [
  [
    'other',
    /备注|完成|落实|(?:报名|预约)(?!电话)|参与方式|截止|填报(?!单位)|审核|进度|分管|附件|预算|金额|单价|品名|规格|是否/,
  ],
  ['contact', /联系|电话|联络|手机|责任人|负责人|咨询方式|经办人/],
  ['headcount', /人数|规模|名额|人次|数量[（(]人/],
  ['audience', /对象|参[与加会]人(?!数)|人员|受众|人群|邀请(?!人数)|面向|代表/],
  ['venue', /地点|地址|场所|场地|位置|开放点|会场|路线|线路/],
  ['content', /内容/],
  ['time', /时间|日期|时段|时刻|月份|开放日$/],
  ['form', /形式|方式|类型|类别|载体/],
  ['unit', /单位|部门|主体|承办|主办|牵头|责任|镇街|街道|科室/],
  ['theme', /主题|名称|题目|议题|活动项目|^项目|^活动$/],
  ['content', /简介|概况|安排|流程|议程|方案|说明|介绍|亮点|措施/],
  ['no', /^(?:序号|编号|序|号|no\.?)$/i],
];

/** Where two columns answer one field, the better one; contact and time are put together instead. */
const BETTER: readonly RegExp[] = [/承办|主题|拟|计划/, /责任|牵头|组织|开放|活动/, /./];

const WITH = '(?:名称)?(?:及|和|与|、|/|,|，)*';
const UNIT_AND_CONTACT = new RegExp(
  `(?:单位|部门)${WITH}(?:联系|电话)(?!人)|(?:单位|部门)(?:名称)?(?:及|和|与|、|/|,|，)联系人`,
);
const AUDIENCE_AND_HEADCOUNT = /(?:对象|人员).{0,2}人数|人数.{0,2}(?:对象|人员)/;
const TIME_AND_VENUE = /时间(?:及|和|与|、|\/|,|，)?地点/;

/** The two fields a column holds together, or null. */
function pairedFields(header: string): readonly [PlanField, PlanField] | null {
  const name = bare(header);
  if (UNIT_AND_CONTACT.test(name)) return ['unit', 'contact'];
  if (AUDIENCE_AND_HEADCOUNT.test(name)) return ['audience', 'headcount'];
  return TIME_AND_VENUE.test(name) ? ['time', 'venue'] : null;
}

/** The field a header cell names, `other` for a column we know and do not read, or null. */
export function fieldOfHeader(text: string): PlanField | 'other' | null {
  const name = bare(text).replace(/^[\d.、]+/, '');
  if (name.length === 0 || name.length > 24) return null;
  return HEADERS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** How many different fields a row of cells names: three or more make a header. */
export function headerScore(cells: readonly string[]): number {
  const named = cells.map((cell) => (bare(cell).length <= 14 ? fieldOfHeader(cell) : null));
  const fields = new Set(named.filter((field) => field && field !== 'other'));
  const filled = cells.filter((cell) => bare(cell)).length;
  return named.filter(Boolean).length >= filled * 0.6 ? fields.size : 0;
}

/** Which columns hold which field, by the header's words. */
export function columnsByHeader(header: readonly string[]): Map<PlanField, number[]> {
  const columns = new Map<PlanField, number[]>();
  header.forEach((cell, i) => {
    const pair = pairedFields(cell);
    if (pair) for (const field of pair) columns.set(field, [...(columns.get(field) ?? []), i]);
    if (pair) return;
    const field = fieldOfHeader(cell);
    if (field && field !== 'other') columns.set(field, [...(columns.get(field) ?? []), i]);
  });
  for (const [field, places] of columns) {
    if (places.length < 2 || field === 'contact' || field === 'time') continue;
    const rank = (i: number) => BETTER.findIndex((pattern) => pattern.test(header[i]!));
    columns.set(field, [[...places].sort((a, b) => rank(a) - rank(b) || a - b)[0]!]);
  }
  return columns;
}

/** The fields a header printed over several broken lines names, in the columns' order. */
export function fieldsOfTokens(tokens: readonly string[]): PlanField[] {
  const places: { text: string; field: PlanField | 'other' | null }[] = [];
  for (const token of tokens) {
    const last = places.at(-1);
    const own = fieldOfHeader(token);
    const open = places.find(({ text, field }) => field === null && fieldOfHeader(text + token) !== null);
    if (open) {
      open.text += token;
      open.field = fieldOfHeader(open.text);
    } else if (
      own === null &&
      last &&
      last.field !== null &&
      last.text.length + token.length <= 8 &&
      /^[及和与、（(]/.test(token)
    ) {
      last.text += token;
    } else places.push({ text: token, field: own });
  }
  const fields = places.flatMap(({ field }) => (field && field !== 'other' ? [field] : []));
  return [...new Set(fields)];
}
