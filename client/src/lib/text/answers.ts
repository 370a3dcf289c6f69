/** Words of what a unit answered for everybody to read. */
export const answerWords = {
  title: '大家问的，单位答的',
  counts: (received: number, answered: number) => `收到 ${received} 条，答复 ${answered} 条`,
  by: (unit: string, day: string) => `${unit}，${day}答复`,
  all: (n: number) => `看全部 ${n} 条`,
  less: '收起来',
  totals: (n: number, satisfied: number, clear: number) => `${n} 人评过，${satisfied}% 满意，${clear}% 说讲清楚了`,
};
