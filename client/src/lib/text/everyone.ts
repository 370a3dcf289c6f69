import type { Role } from '@openday/shared/auth';
import type { Form } from '@openday/shared/forms';
import type { AccessNote } from '@openday/shared/places';
import type { CancelReason, Relation } from '@openday/shared/registrations';

/** Words every audience meets. */
export const everyone = {
  appName: '开放日',
  offline: '没有网络，连上以后再试一次。',
  notOurs: '服务没打开，请稍等几秒再试。',
  again: '再试一次',
  trying: '正在连',
  kept: (at: string) => `没连上，下面截至 ${at}`,
  close: '关上',
  seen: '知道了',
  /** Where a map takes network. */
  wayOffline: (address: string) => `${address ? `${address}。` : ''}没有网络，地图要有网才能打开。`,
  back: '返回',
  /** The bar of H5. */
  bar: { back: '返回', home: '回首页' },
  loading: '正在打开',
  counted: { people: '人', sessions: '场', weeks: '周', codes: '个', times: '次' },
  less: (one: string) => `减一${one}`,
  more: (one: string) => `加一${one}`,
  clear: '清空',
  notOpened: '这一页没打开',
  reportNumber: (id: string) => `一直打不开？报这个号给我们：${id}`,
  people: (n: number) => `${n} 人`,
  seatsOf: (capacity: number, taken: number) => `${capacity} 个名额，已报 ${taken} 个`,
  sayWhy: '先选一个原因，或自己写',
  privacy: {
    title: '用到手机里的东西，先跟您说一声',
    lead: '位置只用来按远近排活动，相机只用来扫码，手机号只给您报名的单位，日历和相册只存您要存的那一条。不同意也能看活动、报名。',
    guide: '看微信里的隐私保护指引',
    agree: '同意',
    refuse: '不同意',
  },
  code: (seats: number) => `入场码，${seats} 人`,
};

export const FORM_WORDS: Record<Form, string> = {
  visit: '现场观摩',
  talk: '座谈交流',
  policy: '政策解读',
  experience: '互动体验',
  council: '公开议事',
  service: '便民服务',
  lecture: '宣传讲座',
};

export const ACCESS_WORDS: Record<AccessNote, string> = {
  ramp: '有坡道',
  lift: '有电梯',
  nursingRoom: '有母婴室',
  accessibleToilet: '有无障碍卫生间',
  wheelchair: '可借轮椅',
};

export const RELATION_WORDS: Record<Relation, string> = {
  parent: '爸妈',
  family: '家人',
  neighbour: '邻居',
  served: '服务对象',
};

export const CANCEL_WORDS: Record<CancelReason, string> = {
  busy: '时间凑不上',
  ill: '身体不舒服',
  farAway: '路太远',
  mistake: '报错了',
  other: '不想说',
};

export const ROLE_WORDS: Record<Role, string> = {
  resident: '居民',
  staff: '门口人员',
  organizer: '承办单位',
  district: '区里',
  observer: '督查',
};
