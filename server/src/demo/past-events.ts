import { type DemoEvent, people } from './event';

/** What has been, with what the door recorded, and what is on today. */
export const PAST_EVENTS: DemoEvent[] = [
  {
    no: 1,
    theme: '解读小麦补贴',
    unit: 'farming',
    forms: ['policy'],
    headcount: people(5, 10),
    audience: '许营镇的种粮户和农业企业',
    content: ['讲清小麦补贴补给谁、补多少、怎么领。', '有拿不准的地块，请带土地合同来问。'],
    sessions: [
      {
        when: { day: -24, from: '09:00', to: '10:30' },
        venue: 'xuyingFarming',
        pools: [['居民', 10, 9]],
        door: { devices: 1, walkIns: [], hand: 0 },
      },
    ],
  },
  {
    no: 14,
    theme: '统一大市场 公平竞未来',
    unit: 'market',
    forms: ['visit', 'talk'],
    headcount: people(30),
    audience: '企业、个体户和居民',
    content: ['看市场监管所怎么办证、怎么检查。', '看完坐下聊，说说做买卖遇到的不公平。'],
    sessions: [
      {
        when: { day: -18, from: '14:30', to: '16:30' },
        venue: 'guguantunMarket',
        pools: [['居民', 30, 26]],
        door: { devices: 1, walkIns: [2, 1], hand: 1 },
      },
    ],
  },
  {
    no: 3,
    theme: '座谈交流--政务公开之居民议事日',
    unit: 'lushan',
    forms: ['talk', 'council'],
    headcount: people(20),
    audience: '庐山路社区居民',
    content: ['商量白事放在哪儿办，不扰邻也不为难人。', '红白理事会的人都在，意见当场记下。'],
    sessions: [
      {
        when: { day: -12, from: '09:00', to: '10:30' },
        venue: 'lushanCentre',
        pools: [['居民', 20, 18]],
        cancelled: 1,
        door: { devices: 1, walkIns: [1], hand: 0 },
      },
    ],
  },
  {
    no: 15,
    theme: '惠企政策解读与安全生产宣传',
    unit: 'jiuzhouEconomy',
    forms: ['policy', 'lecture'],
    headcount: people(50),
    audience: '辖区企业，居民也能来听',
    content: ['一项一项讲能领的补助和要交的材料。', '消防、用电常见的毛病，拿照片讲。', '带走一份企业自查表。'],
    sessions: [
      {
        when: { day: -9, from: '14:00', to: '16:00' },
        venue: 'jiuzhouMeeting',
        pools: [
          ['企业代表', 45, 36],
          ['居民', 10, 6],
        ],
        cancelled: 2,
        door: { devices: 2, walkIns: [1, 2], hand: -2, conflict: true },
      },
    ],
  },
  {
    no: 27,
    theme: '理论宣讲进基层',
    unit: 'xuying',
    forms: ['lecture', 'policy'],
    headcount: people(20),
    content: ['赶集时顺路来听，不用报名。', '讲哪些事镇里必须公开，到哪儿能查到。', '有话想说，现场写下来。'],
    sessions: [
      {
        when: { day: -6, from: '08:00', to: '10:30' },
        venue: 'xuyingMarket',
        pools: [],
        door: { devices: 1, walkIns: [], hand: 0, counted: 46 },
      },
    ],
  },
  {
    no: 16,
    theme: '座谈交流--政务公开之居民议事日',
    unit: 'changjiang',
    forms: ['talk', 'council'],
    headcount: people(15),
    audience: '军王屯小区居民',
    content: ['电动车不上楼，那停在哪儿、在哪儿充电。', '社区和物业都来，定下几处先试。'],
    sessions: [
      {
        when: { day: -4, from: '19:00', to: '20:30' },
        venue: 'changjiangRoom',
        pools: [['居民', 20, 16]],
        door: { devices: 1, walkIns: [1], hand: null },
      },
    ],
  },
  {
    no: 4,
    theme: '“聚焦群众关切 倾听群众声音”',
    unit: 'building',
    forms: ['policy', 'talk'],
    headcount: people(30),
    content: [
      '讲物业管理条例里和您最有关的几条。',
      '小区物业、路灯、停车，有意见当面说。',
      '说过的都登记，一条一条回。',
    ],
    sessions: [
      {
        when: { day: -2, from: '09:00', to: '11:00' },
        venue: 'roseSquare',
        pools: [['居民', 40, 34]],
        own: 2,
        cancelled: 1,
        door: { devices: 2, walkIns: [1, 2, 1], hand: 5 },
      },
    ],
  },
  {
    no: 10,
    theme: '自然资源业务知识宣讲',
    unit: 'land',
    forms: ['lecture', 'talk'],
    headcount: people(15),
    audience: '辖区企业代表',
    content: ['用地、规划许可怎么办，先办哪样后办哪样。', '带着您的项目来，现场看卡在哪一步。'],
    sessions: [
      {
        when: { day: -1, from: '15:00', to: '16:30' },
        venue: 'office208',
        pools: [['企业代表', 15, 15]],
        door: { devices: 1, walkIns: [], hand: -1 },
      },
    ],
  },
  {
    no: 5,
    theme: '座谈交流--政务公开之居民议事日',
    unit: 'xianfeng',
    forms: ['talk', 'council'],
    headcount: people(15),
    audience: '先锋社区居民',
    content: [
      '翡翠湾东区车位不够，停车场和充电桩建在哪儿。',
      '三个方案都挂在墙上，看完说看法。',
      '当天不定，意见全部公开。',
    ],
    sessions: [
      {
        when: 'goingOn',
        venue: 'xianfengCentre',
        pools: [['居民', 40, 34]],
        own: 3,
        cancelled: 1,
        door: { devices: 2, walkIns: [2, 1], hand: null },
      },
    ],
  },
  {
    no: 18,
    theme: '基层政务体验',
    unit: 'jiuzhouOffice',
    forms: ['visit', 'experience'],
    headcount: people(30),
    content: ['跟着走一遍：取号、办事、拿结果，都在一个窗口。', '看网格员怎么接单，谁家的事多久办完。'],
    sessions: [
      { when: 'laterToday', venue: 'jiuzhouService', pools: [['居民', 30, 17]] },
      { when: { day: 8, from: '09:30', to: '11:00' }, venue: 'jiuzhouService', pools: [['居民', 30, 6]] },
    ],
  },
];
