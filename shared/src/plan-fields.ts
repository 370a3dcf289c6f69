export const PLAN_FIELDS = [
  'no',
  'time',
  'theme',
  'content',
  'headcount',
  'unit',
  'contact',
  'form',
  'audience',
  'venue',
  'note',
] as const;
/** 序号 · 时间 · 主题 · 内容 · 人数 · 单位 · 联系人 · 形式 · 对象 · 地点 · 备注 */
export type PlanField = (typeof PLAN_FIELDS)[number];
