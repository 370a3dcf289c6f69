import { clockOf, dateText, momentText, rangeText } from '@openday/shared/dates';
import type { MessageKind } from '@openday/shared/messages';
import type { About } from './about.rules';

/** What messages say. A title has 20 characters at most, a status 5: WeChat's templates take no more. */

export interface Words {
  title: string;
  status: string;
  /** The title, or what is to be done and until when: all that WeChat and an SMS say of it, 20 characters at most. */
  brief: string;
  /** One or two sentences; empty where what it was about is gone. */
  text: string;
  /** Path of the page it leads to, in the client; null where there is none. */
  page: string | null;
}

/** Of an outbox row. */
interface Sent {
  kind: MessageKind;
  subjectId: string;
  note: string | null;
}

const SAID: Record<MessageKind, readonly [title: string, status: string]> = {
  registered: ['报上了', '报名成功'],
  waitlisted: ['排上候补了', '候补中'],
  applied: ['交上去了，等结果', '等结果'],
  promoted: ['候补轮到您，报上了', '报名成功'],
  offered: ['候补轮到您了，请确认', '待您确认'],
  expired: ['没在时间内确认，名额让出去了', '已过期'],
  approved: ['审核通过，报上了', '报名成功'],
  declined: ['这次没有报成', '没有报成'],
  removed: ['单位取消了您的报名', '已取消'],
  displaced: ['名额减少，您排在候补最前面', '候补中'],
  drawn: ['抽签结果出来了', '抽签结果'],
  drawDue: ['到抽签的时间了', '待处理'],
  cancelled: ['报名取消了', '已取消'],
  changed: ['活动有变化', '有变化'],
  sessionCancelled: ['活动取消了', '已取消'],
  dateSet: ['关注的活动定了日子', '定了日子'],
  newEvent: ['关注的单位有新活动', '新活动'],
  eventSubmitted: ['有活动等着备案', '待处理'],
  eventApproved: ['活动备案通过了', '已通过'],
  eventSentBack: ['活动备案退回来了', '已退回'],
  changeApproved: ['改动备案通过了', '已通过'],
  changeSentBack: ['改动备案退回来了', '已退回'],
  restricted: ['报了没来，接下来先排候补', '先排候补'],
  restrictionCleared: ['可以照常报名了', '已解除'],
  moved: ['给您换到了这一场', '换了场次'],
  message: ['单位有话对您说', '有留言'],
  suggestionCame: ['收到一条意见', '待处理'],
  suggestionAssigned: ['有一条意见转给本单位', '待处理'],
  suggestionTaken: ['您的意见有单位接了', '办理中'],
  suggestionAnswered: ['您的意见有答复了', '已答复'],
  suggestionMoved: ['您的意见转给了别的单位', '办理中'],
  closingSoon: ['活动总结快到期了', '快到期'],
  closingDue: ['活动总结到期了', '已到期'],
  dayBefore: ['明天有您报名的活动', '活动提醒'],
  twoHours: ['您报名的活动快开始了', '活动提醒'],
};

/** Decided, or to be decided, at the event's own page. */
const OF_AN_EVENT: readonly MessageKind[] = ['eventSubmitted', 'eventSentBack', 'changeApproved', 'changeSentBack'];

const DRAWN: Partial<Record<string, string>> = {
  confirmed: '抽中了',
  waitlisted: '没抽中，排在候补里',
  declined: '没有抽中',
};

export function wordsOf({ kind, subjectId, note }: Sent, about: About | null, now: Date): Words {
  const [title, status] = SAID[kind];
  const drawn = kind === 'drawn' && about?.registration ? DRAWN[about.registration.status] : undefined;
  const text = kind === 'message' ? [note, subject(about, now)] : [subject(about, now), asks(kind, about, now), note];
  const said = drawn ?? title;
  return {
    ...{ title: said, status, brief: brief(kind, about) ?? said },
    ...{ text: text.filter(Boolean).join('\n'), page: pageOf(kind, subjectId, about) },
  };
}

/** `候补轮到您，9月5日18:00前确认`: within days, so the year is never written. */
function brief(kind: MessageKind, about: About | null): string | null {
  const by = kind === 'offered' && about?.registration?.confirmBy?.getTime();
  return by ? `候补轮到您，${dateText(by, by)}${clockOf(by)}前确认` : null;
}

/** `议事日，9月6日 周日 上午9:00–10:30，便民大厅，2 人` */
function subject(about: About | null, now: Date): string {
  if (!about) return '';
  const { theme, session, registration } = about;
  const when = session && rangeText(session.startsAt.toISOString(), session.endsAt.toISOString(), now.getTime());
  return [theme, when, session?.venue, registration && `${registration.seats} 人`].filter(Boolean).join('，');
}

/** What is to be done about it. */
function asks(kind: MessageKind, about: About | null, now: Date): string {
  const confirmBy = kind === 'offered' ? about?.registration?.confirmBy : null;
  if (confirmBy) return `请在 ${momentText(confirmBy.toISOString(), now.getTime())} 前确认，过了就让给后面的人。`;
  if (kind === 'dayBefore' || kind === 'twoHours') return '来不了请早点取消，把名额让给别人。';
  return kind === 'changed' ? '请再看一眼时间和地点。' : '';
}

function pageOf(kind: MessageKind, subjectId: string, about: About | null): string | null {
  if (kind === 'restricted' || kind === 'restrictionCleared') return '/more/restrictions/index';
  if (kind === 'suggestionCame' || kind === 'suggestionAssigned') return '/organizer/suggestions/index';
  if (kind.startsWith('suggestion')) return `/voice/suggestion/index?id=${subjectId}`;
  if (kind.startsWith('closing')) return '/records/closing/index';
  if (!about) return null;
  if (kind === 'drawDue') return `/organizer/session/index?id=${about.session?.id}`;
  // It is public by that: what is left to its unit is to send it out.
  if (kind === 'eventApproved') return `/editor/outward/index?id=${about.eventId}&fresh=1`;
  if (OF_AN_EVENT.includes(kind)) return `/editor/event/index?id=${about.eventId}`;
  const session = about.session ? `&session=${about.session.id}` : '';
  return about.registration
    ? `/more/ticket/index?id=${about.registration.id}`
    : `/pages/event/index?id=${about.eventId}${session}`;
}
