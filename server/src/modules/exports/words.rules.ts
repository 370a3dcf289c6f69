import type { AttendanceSource, CountReason, PlanReason } from '@openday/shared/closing';
import { clockOf, dayOf } from '@openday/shared/dates';
import type { DrawOutcome } from '@openday/shared/draws';
import type { EventState } from '@openday/shared/events';
import type { ExportKind } from '@openday/shared/exports';
import type { Form } from '@openday/shared/forms';
import type { RoundState } from '@openday/shared/monthly-topics';
import type { MemberRole } from '@openday/shared/people';
import type { AccessNote } from '@openday/shared/places';
import type { PlanRowState } from '@openday/shared/plans';
import type { RegistrationStatus, Relation } from '@openday/shared/registrations';
import type { AttendanceRow } from '@openday/shared/reports';
import type { Clarity, Satisfaction } from '@openday/shared/responses';
import type { Mode } from '@openday/shared/sessions';
import type { SuggestionKind, SuggestionState, Verdict } from '@openday/shared/suggestions';

/** What codes are called in a file that people read. */

export const KIND_NAMES: Record<ExportKind, string> = {
  sessions: '活动场次',
  attendance: '到场情况',
  registrants: '报名名单',
  suggestions: '意见建议',
  closings: '活动总结',
  organizers: '单位名录',
  venues: '场地',
  audit: '操作记录',
  events: '活动',
  plan: '计划核对情况',
  satisfaction: '问卷结果',
  papers: '纸质问卷',
  members: '账号',
  calls: '电话名单',
  restrictions: '爽约限制',
  topics: '每月一题',
  draw: '抽签结果',
  programmes: '计划',
  imports: '导入的计划表',
  slots: '固定开放',
  sites: '网站推送',
  doorStaff: '门口人员',
  messages: '发过的话',
  publications: '公开前要看的',
};

export const EVENT_STATE_WORDS: Record<EventState, string> = {
  draft: '草稿',
  submitted: '等备案',
  announced: '日期待定',
  published: '已公布',
  cancelled: '已取消',
  closed: '已结束',
};

export const PLAN_ROW_STATE_WORDS: Record<PlanRowState, string> = {
  draft: '还没公布',
  published: '已公布',
  announced: '已公布，日期待定',
  skipped: '先不公布',
};

export const MEMBER_ROLE_WORDS: Record<MemberRole, string> = {
  organizer: '经办',
  observer: '只看不改',
  district: '区级',
};

export const SATISFACTION_WORDS: Record<Satisfaction, string> = {
  veryGood: '很满意',
  good: '满意',
  fair: '一般',
  poor: '不满意',
  veryPoor: '很不满意',
};

export const CLARITY_WORDS: Record<Clarity, string> = {
  clear: '说清楚了',
  partly: '一部分',
  unclear: '没说清',
};

export const DRAW_OUTCOME_WORDS: Record<DrawOutcome, string> = {
  confirmed: '中签',
  waitlisted: '候补',
  declined: '未中签',
  withdrawn: '抽签前退出',
};

export const ROUND_STATE_WORDS: Record<RoundState, string> = {
  draft: '在拟',
  open: '正在投',
  chosen: '选好了',
  done: '有结果了',
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

export const MODE_WORDS: Record<Mode, string> = {
  none: '无需报名',
  invited: '邀请',
  firstCome: '先到先得',
  approval: '审核',
  draw: '抽签',
};

export const STATE_WORDS: Record<AttendanceRow['state'], string> = {
  upcoming: '还没开始',
  ongoing: '进行中',
  ended: '已结束',
  cancelled: '已取消',
};

/** Of an event that has only a window. */
export const UNDATED = '日期待定';

export const STATUS_WORDS: Record<RegistrationStatus, string> = {
  applied: '待确认',
  offered: '轮到了',
  confirmed: '已报名',
  waitlisted: '候补',
  declined: '未通过',
  cancelled: '已取消',
  expired: '已失效',
};

export const RELATION_WORDS: Record<Relation, string> = {
  parent: '爸妈',
  family: '家人',
  neighbour: '邻居',
  served: '服务对象',
};

export const SUGGESTION_KIND_WORDS: Record<SuggestionKind, string> = {
  suggestion: '意见建议',
  question: '提问',
  problem: '问题反映',
  complaint: '投诉',
};

export const SUGGESTION_STATE_WORDS: Record<SuggestionState, string> = {
  asked: '待接单',
  taken: '办理中',
  answered: '已答复',
  resolved: '单位说办结',
  rated: '居民评过',
  reopened: '居民退回',
};

export const VERDICT_WORDS: Record<Verdict, string> = {
  solved: '解决了',
  partly: '解决了一部分',
  unsolved: '没解决',
};

export const SOURCE_WORDS: Record<AttendanceSource, string> = {
  counted: '现场计数',
  checkedIn: '签到',
  estimated: '估计',
};

export const COUNT_REASON_WORDS: Record<CountReason, string> = {
  noPhone: '没带手机',
  otherDoor: '没经过门口',
  deviceTrouble: '扫码设备出问题',
  leftEarly: '签到后先走了',
  miscounted: '计数漏了',
  other: '其他',
};

export const PLAN_REASON_WORDS: Record<PlanReason, string> = {
  interest: '居民关心，自发来',
  plannedLow: '计划写少了',
  merged: '两场并一场',
  weather: '天气',
  busy: '农忙上班没空',
  plannedHigh: '计划写多了',
  littleNotice: '通知晚了',
  other: '其他',
};

export const ACCESS_WORDS: Record<AccessNote, string> = {
  ramp: '有坡道',
  lift: '有电梯',
  nursingRoom: '有母婴室',
  accessibleToilet: '有无障碍卫生间',
  wheelchair: '可借轮椅',
};

/** `2026-09-06 09:30`, in China. */
export const momentWords = (at: Date | null): string | null => at && `${dayOf(at.getTime())} ${clockOf(at.getTime())}`;

/** `2026年9月6日上午9:30—11:00`, as plan sheets write it and our own import reads it. */
export function sheetTime(startsAt: Date, endsAt: Date): string {
  const [from, to] = [dayOf(startsAt.getTime()), dayOf(endsAt.getTime())];
  const begin = `${sheetDay(from)}${sheetClock(startsAt)}`;
  return from === to ? `${begin}—${clockOf(endsAt.getTime())}` : `${begin}至${sheetDay(to)}${sheetClock(endsAt)}`;
}

function sheetDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const sheetClock = (at: Date): string => {
  const clock = clockOf(at.getTime());
  return `${Number(clock.slice(0, 2)) < 12 ? '上午' : '下午'}${clock}`;
};

/** Per cent, to one decimal; null where there is nothing to divide by. */
export const percent = (part: number | null, whole: number | null): number | null =>
  part === null || !whole ? null : Math.round((part / whole) * 1000) / 10;
