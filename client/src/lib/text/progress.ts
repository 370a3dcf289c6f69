/** Words of the pages about how suggestions stand, and of the monthly topic, as residents read them. */
export const progress = {
  title: '意见办理进度',
  link: '大家的意见办到哪了',
  none: '还没有收到意见',
  noneSub: '有人提了，办到哪一步这里都看得到',
  noProgramme: '平时的开放日',
  received: '收到',
  answered: '答复了',
  declared: '单位说办结',
  confirmed: '本人说解决',
  rest: (partly: number, unsolved: number) => `本人说一部分 ${partly} 条，没解决 ${unsolved} 条`,
  phone: (solved: number, partly: number, unsolved: number) =>
    `电话回访：解决 ${solved} 条，一部分 ${partly} 条，没解决 ${unsolved} 条`,
  sources: (online: number, door: number, paper: number) => `线上 ${online} 条，现场 ${door} 条，纸质 ${paper} 条`,
  apart: '办结是单位说的，解没解决由提的人说，分开数。',
  answers: '公开的答复',
  by: (unit: string, day: string) => `${unit} ${day}答复`,
  more: '再看一些',
};

export const monthlyTopic = {
  title: '每月一题',
  link: '每月一题，您也投一票',
  none: '还没有题',
  noneSub: '单位拟好了，在这里投',
  until: (at: string) => `投到 ${at}，一人一票，可以改`,
  closed: '投票结束了',
  votes: (n: number) => `${n} 票`,
  behind: (n: number) => `近来 ${n} 条意见说的是这类事`,
  mine: '您投的',
  vote: (title: string) => `投给 ${title}`,
  voteShort: '投它',
  voted: '投好了',
  chosen: (title: string) => `选定：${title}`,
  session: (at: string, theme: string) => `${at} 在《${theme}》上请代表来议`,
  outcome: '结果',
  more: '看以前的',
};
