import type { PlanField } from '@openday/shared/plan-fields';
import { bare } from './plan-words.rules';

/** Header words per field; the first that matches wins, so the more telling stand first. `note` is kept word by word. */
const HEADERS: readonly (readonly [PlanField, RegExp])[] = [
  [
    'note',
    /备注|^(?:说明|附注|注)$|完成|落实|(?:报名|预约)(?!电话|联系|咨询|人数)|参与方式|截止|填报(?!单位)|审核|进度|分管|附件|预算|金额|经费|单价|品名|规格|是否|协办|配合|协助|交通|链接|二维码|照片|领域|来源|^其他/,
  ],
  ['contact', /联系|电话|联络|手机|责任人|负责人|咨询|热线|经办人/],
  ['headcount', /人数|规模|名额|限额|人次|数量[（(]人|容纳/],
  ['audience', /对象|参[与加会]人(?!数)|人员|受众|[人群]群|群体|参与者|听众|观众|邀请(?!人数)|面向|代表|参与范围|嘉宾/],
  ['venue', /地点|地址|场所|场地|位置|开放点|会场|路线|线路|集合|区域|活动地$/],
  ['content', /内容/],
  ['time', /时间|日期|星期|^(?:开始|结束|起止|起始|终止)$|时段|时刻|月份|时限|开放日$/],
  ['form', /形式|方式|类型|类别|载体/],
  ['unit', /单位|部门|主体|承办|主办|牵头|责任|镇街|街道|乡镇|科室|机构|主办方/],
  ['theme', /主题|名称|题目|标题|议题|活动项目|^项目|项目$|^活动$/],
  ['content', /简介|概况|安排|流程|议程|方案|说明|介绍|亮点|措施/],
  ['no', /^(?:序号|编号|序|号|no\.?)$/i],
];

/** Where several columns answer one field, the best by its words; contact and time are put together, the rest is note. */
const BETTER: Partial<Record<PlanField, readonly RegExp[]>> = {
  unit: [/承办/, /责任|开放|组织|实施/, /牵头|主办/, /单位|部门/],
  theme: [/主题/, /活动|开放/],
  venue: [/地点|场地|场所/],
  content: [/内容/, /安排|流程|议程/, /简介|介绍|概况|方案/],
  headcount: [/拟|计划|邀请/],
  audience: [/对象/],
};

const JOIN = '(?:名称)?(?:及其?|和|与|、|/|,|，|[（(])';
const UNIT_AND_CONTACT = new RegExp(
  `(?:单位|部门)(?:名称)?(?:及|和|与|、|/|,|，)*(?:联系|电话)(?!人)|(?:单位|部门)${JOIN}(?:联系人|联系|责任人|负责人|电话)`,
);
const PAIRS: readonly (readonly [RegExp, readonly [PlanField, PlanField]])[] = [
  [UNIT_AND_CONTACT, ['unit', 'contact']],
  [/(?:对象|人员).{0,3}人数|人数.{0,3}(?:对象|人员)/, ['audience', 'headcount']],
  [/(?:时间|日期)(?:及|和|与|、|\/|,|，)?地点|地点(?:及|和|与|、|\/|,|，)?时间/, ['time', 'venue']],
];

/** The two fields a column holds together, or null. */
function pairedFields(header: string): readonly [PlanField, PlanField] | null {
  return PAIRS.find(([pattern]) => pattern.test(bare(header)))?.[1] ?? null;
}

/** The field a header cell names (`note` for a column we know and keep as it is), or null. */
export function fieldOfHeader(text: string): PlanField | null {
  const name = bare(text).replace(/^[\d.、]+/, '');
  const short = name.replace(/[（(].*$/, '') || name;
  if (short.length === 0 || short.length > 20 || name.length > 40 || /[。；;！？]/.test(short)) return null;
  const found = (words: string) => HEADERS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  return found(short) ?? found(name);
}

/** How many different fields a row of cells names: three or more make a header. */
export function headerScore(cells: readonly string[]): number {
  const named = cells.map((cell) => (isShort(cell) ? fieldOfHeader(cell) : null));
  const fields = new Set(named.filter((field) => field && field !== 'note'));
  const filled = cells.filter((cell) => bare(cell)).length;
  return named.filter(Boolean).length >= filled * 0.6 ? fields.size : 0;
}

/** A column's name is short; what it says in brackets may be longer. */
function isShort(cell: string): boolean {
  return bare(cell).replace(/[（(].*$/, '').length <= 14;
}

/** Which columns hold which field, by the header's words; what answers no field, or one twice, is note. */
export function columnsByHeader(header: readonly string[]): Map<PlanField, number[]> {
  const columns = new Map<PlanField, number[]>();
  const put = (field: PlanField, i: number) => columns.set(field, [...(columns.get(field) ?? []), i]);
  header.forEach((cell, i) => {
    const pair = pairedFields(cell);
    if (pair) for (const field of pair) put(field, i);
    else put(fieldOfHeader(cell) ?? 'note', i);
  });
  for (const [field, places] of [...columns]) {
    if (places.length < 2 || field === 'contact' || field === 'time' || field === 'note') continue;
    const ranks = BETTER[field] ?? [];
    const rank = (i: number) => (ranks.findIndex((pattern) => pattern.test(header[i]!)) + 99) % 99;
    const [best, ...others] = [...places].sort((a, b) => rank(a) - rank(b) || a - b);
    columns.set(field, [best!]);
    for (const other of others) if (!pairedFields(header[other]!)) put('note', other);
  }
  return columns;
}

/** 拟参加人 + 数, 联系人 + 及电话: a piece that goes on with the name before it. */
function continues(text: string, token: string): boolean {
  if (text.length + token.length > 12) return false;
  const whole = fieldOfHeader(text + token);
  return /^[及和与、（(]/.test(token) || (token.length <= 2 && whole !== null && whole !== fieldOfHeader(text));
}

/** The fields a header printed over several broken lines names, in the columns' order. */
export function fieldsOfTokens(tokens: readonly string[]): PlanField[] {
  const places: { text: string; field: PlanField | null }[] = [];
  for (const token of tokens) {
    const last = places.at(-1);
    const own = fieldOfHeader(token);
    const open = places.find(({ text, field }) => field === null && fieldOfHeader(text + token) !== null);
    if (open) {
      open.text += token;
      open.field = fieldOfHeader(open.text);
    } else if (own === null && last?.field && continues(last.text, token)) {
      last.text += token;
      last.field = fieldOfHeader(last.text) ?? last.field;
    } else places.push({ text: token, field: own });
  }
  return [...new Set(places.flatMap(({ field }) => (field ? [field] : [])))];
}
