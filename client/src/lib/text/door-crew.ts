import { DOOR_REASONS } from '@openday/shared/door-reasons';

/** Words of one's own are kept as long as the names are. */
const WORDS_GONE = '原因过了保存期';

/** Words about who stands at which door, on which device, and why one of them cannot send the rest. */
export const doorCrew = {
  name: {
    cell: '这个门叫',
    none: '还没起名',
    title: '这个门叫什么',
    sub: '写在每条记录上，别的门和单位看得到',
    presets: ['东门', '西门', '南门', '北门', '大门'],
    own: '自己填',
    submit: '就叫这个',
    empty: '选一个，或自己填',
  },
  excuse: {
    act: '交不齐',
    title: (phone: string) => `${phone}交不齐，怎么了`,
    sub: '写明后不再等这台，原因和您的名字一起存档',
    presets: DOOR_REASONS.excuse,
    own: '自己写',
    submit: '写好了，不再等这台',
    empty: '先选一个原因，或自己写',
    by: (who: string, reason: string) => `由${who || '工作人员'}说明：${reason || WORDS_GONE}`,
    tag: '已说明',
  },
  correction: {
    act: '更正',
    title: '更正现场计数',
    sub: '新的数字另记一条，原来的不删',
    now: '现场一共几位',
    presets: DOOR_REASONS.correction,
    own: '自己写原因',
    submit: (n: number) => `更正为 ${n} 位`,
    empty: '填人数，选原因',
    done: (n: number) => `更正为 ${n} 位，记下了`,
    first: {
      act: '登记现场计数',
      title: '登记现场计数',
      sub: '没用签到、只数了人数的，也照样进报表',
      presets: DOOR_REASONS.firstCount,
      submit: (n: number) => `记下 ${n} 位`,
      done: (n: number) => `${n} 位，记下了`,
    },
    again: '更正现场计数',
  },
  figures: {
    registered: '报名',
    checkedIn: '签到',
    checkedInSoFar: '已签到',
    missing: '还没到',
    noShow: '未到场',
    handCount: '现场计数',
  },
  notes: {
    split: (registered: number, walkIns: number) => `签到的里面，报过名的 ${registered} 人，现场来访 ${walkIns} 人`,
    conflicts: (n: number) => `${n} 份进的人比报的多`,
    conflict: (name: string, party: number, scanned: number) => `${name} 报 ${party} 人，扫了 ${scanned} 人`,
    conflictsSub: '多扫的不多算',
    late: (n: number) => `${n} 条是结束以后才传来的`,
    lateSub: '比如找回来的手机，都算在数字里',
    corrections: '现场计数是这样来的',
    correction: (clock: string, who: string, n: number, why: string) =>
      `${clock} ${who || '工作人员'}记 ${n} 位：${why || WORDS_GONE}`,
    more: (n: number) => `计数比签到多 ${n} 人`,
    fewer: (n: number) => `计数比签到少 ${n} 人`,
    differSub: '允许不同，可在总结里说明',
  },
  phone: (n: number) => `${n} 号机`,
  nth: (name: string, n: number) => `${name}（${n}）`,
  flagged: (n: number) => `${n} 条是撤下后记的`,
  flaggedSub: '撤下门口人员以后才记的，数字里算着，请核对',
  conflictDoors: (doors: string) => `（${doors}）`,
  conflictDoor: (name: string, clock: string, seats: number) => `${name} ${clock} 进 ${seats} 人`,
  otherDoor: '没起名的门',
};
