/** Words of what is over: what came of it. */
export const past = {
  search: '搜主题、单位或地点',
  came: (n: number) => `来了 ${n} 人`,
  cameOfIt: '办得怎么样',
  about: (n: number) => `估计来了 ${n} 人`,
  photo: (n: number) => `现场照片 ${n}`,
  uncounted: '没有记人数',
  planned: (n: number) => `计划 ${n} 人`,
  plannedBetween: (min: number, max: number) => `计划 ${min} 到 ${max} 人`,
  plannedFrom: (min: number) => `计划 ${min} 人以上`,
  none: '还没有办过的活动',
  noneSub: '办完的会留在这里，写明来了多少人',
  notFound: '办过的里没有这样的',
  notFoundSub: '换个说法再搜搜',
  all: '看全部办过的',
};
