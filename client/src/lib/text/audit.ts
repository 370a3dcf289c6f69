import { AUDIT_NOUNS } from '@openday/shared/audit-acts';

/** Words of who did what. */
export const audit = {
  title: '操作记录',
  sub: '谁在什么时候对哪条做了什么，不含内容',
  when: '时间',
  spans: { today: '今天', week: '近 7 天', month: '近 30 天', all: '全部时间' },
  act: '做了什么',
  whose: '谁做的',
  anyone: '所有人',
  nouns: AUDIT_NOUNS,
  refused: '没成',
  nobody: '居民或没登录的人',
  target: (id: string) => `编号尾${id.slice(-6)}`,
  none: '这段时间没有记录',
  noneSub: '换个日子或类别看看',
  more: '看更早的',
};
