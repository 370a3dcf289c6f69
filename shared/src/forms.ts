export const FORMS = ['visit', 'talk', 'policy', 'experience', 'council', 'service', 'lecture'] as const;
/** 活动形式: 现场观摩 · 座谈交流 · 政策解读 · 互动体验 · 公开议事 · 便民服务 · 宣传讲座 */
export type Form = (typeof FORMS)[number];
