import type { PlanAnswer } from '@openday/shared/plan-answers';
import type { PlanField } from '@openday/shared/plan-fields';
import type { Severity } from '@openday/shared/plan-warnings';
import type { RowChange } from '@openday/shared/plans';

type Lack = Extract<PlanAnswer, 'start' | 'end' | 'venue' | 'seats' | 'unit' | 'theme'>;

/** Words of the review desk. 项 = one activity of the plan; 行 only where the sheet's own lines are meant. */
export const review = {
  title: '核对计划',
  crumb: '计划导入',
  sub: (rows: number, when: string) => `${rows} 项 · ${when} 导入`,
  save: {
    saved: '已保存',
    auto: '改动自动保存',
    saving: '正在保存',
    failed: '没存上，改动留在这台机器里',
    refused: '有一处没被接受',
    again: '重试',
  },
  decided: (done: number, all: number) => `${done} / ${all}`,
  rowsDecided: '项已定',
  publicCounts: (dated: number, undated: number) =>
    [dated > 0 && `公布了 ${dated} 项`, undated > 0 && `${undated} 项日期待定`].filter(Boolean).join('，'),
  standing: { block: '必须定', ask: '请确认', decided: '已定', public: '已公布' },
  cancelled: '已取消',
  map: (counts: string, here: number) => `${counts}，正在看第 ${here} 项`,
  rowIs: (n: number, standing: string) => `第 ${n} 项，${standing}`,
  allRows: (n: number) => `全部 ${n} 项`,
  noId: '没说是哪份计划，请从计划导入里打开',
  noRows: '这份计划里没有一项活动',
  noneHere: '这一类没有了',
  of: (n: number, all: number) => `第 ${n} 项，共 ${all} 项`,
  sheetNo: (no: string) => `表里序号 ${no}`,
  columns: { field: '字段', raw: '表里原文', value: '读成、定成' },
  rawWord: '原文',
  noColumn: '（没有这一列）',
  empty: '（空着）',
  notRead: '没读出来',
  prev: '上一项',
  confirmNext: (n: number) => `${n} 处都对，看下一个`,
  next: '下一个要决定的',
  nextRow: '看下一项',
  leftHere: '只剩这一项，去定',
  done: '都定好了',
  keysTitle: '键盘',
  keys: [
    ['↑ ↓', '上一项、下一项'],
    ['↵', '去定要定的'],
    ['N', '下一个要决定的'],
    ['Y', '都对'],
    ['X', '选中'],
    ['Ctrl Z', '撤销'],
    ['Esc', '关上'],
  ],
  right: '对，就这样',
  decidedWord: '已定',
  seenWord: '看过了',
  sheetSays: (fact: string) => `（${fact}）`,
  fromContent: '内容里写',
  waitsWord: '先不用定',
  undo: '撤销',
  undoOf: (what: string, rows: readonly number[]) =>
    `撤销：${what}（${rows.length === 1 ? `第 ${rows[0]} 项` : `${rows.length} 项`}）`,
  undone: (what: string, rows: readonly number[]) =>
    `撤销了${rows.length === 1 ? `第 ${rows[0]} 项` : ` ${rows.length} 项`}的“${what}”`,
  noUndo: '没有可撤销的了',
  only: '只看',
  filters: {
    pick: '按要定的事看',
    all: '全部',
    outdated: '公布后又改了的',
    lack: {
      start: '日期时间没定',
      end: '没写几点结束',
      venue: '场地没定',
      seats: '名额没定',
      unit: '承办单位没定',
      theme: '主题没定',
    } satisfies Record<Lack, string>,
    code: (word: string) => `请看：${word}`,
    counted: (text: string, n: number) => `${text} ${n}`,
  },
  tickAll: (n: number) => `全选这 ${n} 项`,
  tick: (n: number) => `选中第 ${n} 项`,
  publicRow: '已公布，居民能看到、能报名',
  announcedRow: '已公布，日期待定。定下日子再公布，关注的人会收到通知',
  outdatedRow: '公布以后又改了，居民看到的还是原来的',
  cancelledRow: '已取消，原来报名的人收到了通知',
  seeEvent: '看活动页',
  editPublic: '改这一项',
  skippedRow: '先不公布',
  edit: '改',
  keep: '好了',
  tooShort: (least: number) => `至少 ${least} 个字`,
  draft: '写完点一下别处就存上',
};

export const CHANGE_WORDS: Record<RowChange, string> = {
  new: '新增',
  changed: '有改动',
  same: '没变',
  gone: '这次没有了',
};

export const PLAN_FIELD_WORDS: Record<PlanField, string> = {
  no: '序号',
  time: '时间',
  theme: '主题',
  content: '内容',
  headcount: '人数名额',
  unit: '承办单位',
  contact: '联系人',
  form: '形式',
  audience: '对象',
  venue: '场地',
  note: '备注',
};

export const SEVERITY_WORDS: Record<Severity, string> = { block: '必须定', confirm: '请确认', info: '提示' };
