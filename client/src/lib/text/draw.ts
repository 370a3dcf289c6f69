/** Words of the draw's public page. */
export const drawWords = {
  title: '抽签公示',
  before: (at: string) => `${at} 抽签`,
  applied: (n: number) => `现在有 ${n} 份报名`,
  soon: '到时间了，等单位来抽',
  done: (at: string) => `${at} 抽的`,
  counts: (confirmed: number, waiting: number, declined: number) =>
    [`中签 ${confirmed} 份`, waiting > 0 && `候补 ${waiting} 份`, declined > 0 && `未中签 ${declined} 份`]
      .filter(Boolean)
      .join('，'),
  outcome: { confirmed: '中签', waitlisted: '候补', declined: '未中签', withdrawn: '抽签前退出' },
  all: '全部',
  find: '搜抽签号',
  mine: '我的',
  ticket: (no: number) => `${no} 号`,
  order: (n: number) => `第 ${n} 个抽到`,
  people: (n: number) => `${n} 人`,
  none: '没有这个抽签号',
  more: (n: number) => `看后面 ${n} 份`,
  earlier: '看前面的',
  nobody: '没有人报名，没有抽',

  how: '怎么抽的',
  howSecret: '报名开始前，先公布一串“密封码”。它是一个秘密数的指纹，事后谁也换不了这个数。',
  howSeed: (source: string | null) =>
    source
      ? `报名截止后名单锁定。秘密数、名单，加上事先说好的“${source}”，一起算出抽签的次序。`
      : '报名截止后名单锁定。秘密数和名单一起算出抽签的次序，谁也改不了。',
  howParty: '一起报的人不拆开。轮到时坐不下，就看后面坐得下的。',
  check: '自己复核',
  checkLead: '下面几串数公开了，谁都能用同样的办法再算一遍，结果应该一模一样。',
  checkSteps: [
    '秘密数的 SHA-256 就是报名前公布的密封码。',
    '按抽签号排好的名单（号、名额、人数、是否候补），SHA-256 就是名单指纹。',
    '秘密数、名单指纹、公开数字连在一起的 SHA-256，就是种子。',
    '种子和每个抽签号连在一起再算一遍，从小到大就是抽到的次序。',
    '按次序给名额，一起报的坐不下就看下一份。',
  ],
  numbers: {
    commitment: '密封码（报名前公布）',
    secret: '秘密数（抽完公布）',
    listHash: '名单指纹（截止时锁定）',
    publicNumber: '公开数字',
    seed: '种子',
  },
  source: (words: string) => `公开数字用：${words}`,
  open: '展开复核办法',
  shut: '收起',
  copy: '复制这几串数',
  copied: '复制好了',
  notDrawn: '这场不抽签',
};
