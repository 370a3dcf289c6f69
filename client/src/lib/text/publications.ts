import type { HeldWhy } from '@openday/shared/publications';

/** Words of what waits to be public. */
export const publications = {
  title: '公开前看一看',
  sub: '单位想公开的问答，另一个人看过才给大家看',
  none: '没有要看的',
  noneSub: '微信拿不准或说不合适的原话，单位要公开时列在这里',
  why: { review: '微信拿不准', risky: '微信说不合适', unchecked: '微信还没回话' } satisfies Record<HeldWhy, string>,
  asked: (unit: string, at: string) => `${unit}，${at}要公开`,
  aboutUnit: '不关于哪一场活动',
  said: '居民的原话（不公开）',
  question: '要公开的问题',
  answer: '要公开的答复',
  mine: '是您自己要公开的，请另一位同事或上级单位来看',
  approve: '可以公开',
  approved: '公开了',
  refuse: '不公开',
  refuseSub: '原因单位和提的人都看得到，办理不受影响',
  refused: '记下了，没有公开',
  reason: '为什么不公开，怎么改就行',
  reasonHint: '如：看得出是哪一户，换个说法就行',
  short: '先写明原因',
  more: '再看一些',
  rule: '只看要公开的两句：有没有不该公开的内容，看不看得出是谁。原话再难听，意见也照常办理。',
};
