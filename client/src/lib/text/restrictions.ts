/** Words of no-shows, to the resident they are about. */
export const restrictionWords = {
  title: '报了没来的记录',
  none: '没有这样的记录',
  noneSub: '来不了的时候提前取消，就不会有',
  lead: '名额少的活动，报了没来，别人就没了位置。所以几次没来以后，有一阵子让别人先报，活动前一天还有名额就轮到您。',
  now: (day: string) => `${day} 前，先排候补`,
  past: '已经过去了',
  cleared: '单位解除了',
  in: (programme: string) => `只限《${programme}》里的活动`,
  missed: (n: number) => `这 ${n} 场报了没来`,
  exempt: '满 60 岁的和别人替报的不受影响。',
  wrong: '记错了？',
  wrongSub: '打电话给办活动的单位，说清楚就能解除。',
};
