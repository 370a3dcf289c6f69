export const TOPICS = [
  'office',
  'welfare',
  'health',
  'school',
  'safety',
  'city',
  'nature',
  'market',
  'business',
  'village',
  'community',
] as const;
/**
 * 主题, set by the unit: 政务办事 · 社保就业 · 医疗健康 · 教育文体 · 平安消防 · 城建物业 · 环境水务 · 食品消费 · 企业服务 · 农业农村 ·
 * 社区议事
 */
export type Topic = (typeof TOPICS)[number];
