import type { ConsentKind, KeptRegistration, MessageTopic, MyData } from '@openday/shared/me';
import type { CancelReason } from '@openday/shared/registrations';
import { writeXlsx } from 'hucre/xlsx';
import type { Response } from '../questionnaires/response.entity';
import { type Line, sheetOf } from '../reports/sheet.rules';
import type { SuggestionRow } from '../suggestions/suggestion.presenter';
import {
  CLARITY_WORDS,
  momentWords,
  RELATION_WORDS,
  SATISFACTION_WORDS,
  STATUS_WORDS,
  SUGGESTION_KIND_WORDS,
  SUGGESTION_STATE_WORDS,
  sheetTime,
} from './words.rules';

const CONSENT_WORDS: Record<ConsentKind, string> = { privacy: '把称呼和手机号给办活动的单位', sms: '收短信' };

const TOPIC_WORDS: Record<MessageTopic, string> = {
  places: '名额有结果',
  changes: '改时间或取消',
  reminders: '前一天提醒',
  dates: '关注的定了日子',
  answers: '意见有答复',
};

const CANCEL_WORDS: Record<CancelReason, string> = {
  busy: '时间凑不上',
  ill: '身体不舒服',
  farAway: '路太远',
  mistake: '报错了',
  other: '不想说',
};

/** What the data itself does not hold. */
interface Beside {
  /** What was said after sessions, opened. */
  responses: { response: Response; line: string | null }[];
  suggestions: SuggestionRow[];
  /** By id. */
  questions: Map<string, string>;
}

/** One's own data on sheets, a subject each; what nothing stands in is left out. */
export async function presentMyDataXlsx(data: MyData, beside: Beside): Promise<Buffer> {
  const sheets: [string, Line[], number[]][] = [
    ['我是谁', whoLines(data), [22, 60]],
    ['报名', registrationLines(data, beside), [34, 28, 24, 12, 10, 14, 6, 9, 20, 20, 12, 10, 9, 30, 24, 18]],
    ['评价', responseLines(data, beside), [18, 28, 10, 12, 60]],
    ['意见建议', suggestionLines(beside), [18, 10, 60, 28, 24, 12]],
    ['关注', followLines(data), [8, 36, 30]],
    ['同意过的', consentLines(data), [34, 14, 18, 18]],
    ['报了没来', restrictionLines(data), [28, 12, 18, 18, 40]],
  ];
  const full = sheets.filter(([, lines]) => lines.length > 1);
  return Buffer.from(await writeXlsx({ sheets: full.map(([name, ...table]) => sheetOf(name, ...lean(...table))) }));
}

/** Without the columns that nothing stands in: most people never answer for a company. */
function lean([head = [], ...lines]: Line[], widths: number[]): [Line[], number[]] {
  const stands = (_: unknown, column: number) => lines.some((line) => line[column] !== null);
  return [[head, ...lines].map((line) => line.filter(stands)), widths.filter(stands)];
}

const when = (at: string | null): string | null => at && momentWords(new Date(at));

function whoLines({ account, settings, madeAt }: MyData): Line[] {
  const topics = Object.entries(TOPIC_WORDS) as [MessageTopic, string][];
  const lines: Line[] = [
    ['项目', '内容'],
    ['怎么称呼', account.name],
    ['手机号', account.phone ?? '没有填'],
    ['满 60 岁', account.over60 ? '是' : '没有填'],
    ['从什么时候起', when(account.createdAt)],
    ...topics.map(([topic, words]) => [`消息：${words}`, settings.topics[topic] ? '发给我' : '不发']),
    ['短信', settings.sms ? '收' : '不收'],
    ['这份资料的时间', when(madeAt)],
  ];
  return account.unit ? [...lines, ['单位', account.unit]] : lines;
}

const registrationLines = ({ registrations }: MyData, { questions }: Beside): Line[] => [
  [
    ...['活动时间', '活动', '地点', '谁来', '替谁报的', '手机', '人数', '其中儿童', '同来的人', '企业', '名额'],
    ...['状态', '到场人数', '报名时的回答', '没去成的原因', '报名时间'],
  ],
  ...registrations.map((one) => registrationLine(one, questions)),
];

function registrationLine(
  { registration, phone, cancelReason, came }: KeptRegistration,
  questions: Map<string, string>,
): Line {
  const { session, onBehalfOf, children, companions, status, endReason } = registration;
  const reasons = [cancelReason && CANCEL_WORDS[cancelReason], endReason, session.cancelReason];
  return [
    sheetTime(new Date(session.startsAt), new Date(session.endsAt)),
    session.theme,
    session.venue.name,
    registration.name || null,
    onBehalfOf && RELATION_WORDS[onBehalfOf.relation],
    phone,
    registration.seats,
    children || null,
    companions.flatMap((one) => one.name ?? []).join('、') || null,
    registration.enterprise,
    registration.quota.name,
    session.cancelled ? '活动取消了' : STATUS_WORDS[status],
    came.reduce((sum, scan) => sum + scan.seats, 0) || null,
    registration.answers.map(({ question, value }) => `${questions.get(question) ?? ''}：${value}`).join('\n') || null,
    reasons.filter(Boolean).join('；') || null,
    when(registration.createdAt),
  ];
}

function responseLines({ registrations }: MyData, { responses }: Beside): Line[] {
  const themes = new Map(registrations.map(({ registration: { session } }) => [session.id, session.theme]));
  return [
    ['时间', '活动', '满意吗', '说清楚没有', '另外说的'],
    ...responses.map(({ response: { createdAt, sessionId, satisfaction, clarity }, line }) => [
      momentWords(createdAt),
      themes.get(sessionId) ?? null,
      SATISFACTION_WORDS[satisfaction],
      CLARITY_WORDS[clarity],
      line,
    ]),
  ];
}

const suggestionLines = ({ suggestions }: Beside): Line[] => [
  ['时间', '类别', '内容', '关于哪个活动', '单位', '进度'],
  ...suggestions.map(({ suggestion: { createdAt, kind, state }, text, event, organizer }) => [
    momentWords(createdAt),
    SUGGESTION_KIND_WORDS[kind],
    text,
    event?.theme ?? null,
    organizer.name,
    SUGGESTION_STATE_WORDS[state],
  ]),
];

const followLines = ({ follows: { events, organizers } }: MyData): Line[] => [
  ['关注', '名称', '下一场'],
  ...events.map(({ theme, next }) => ['活动', theme, when(next?.startsAt ?? null)]),
  ...organizers.map(({ name, next }) => ['单位', name, when(next?.startsAt ?? null)]),
];

const consentLines = ({ consents }: MyData): Line[] => [
  ['同意什么', '说明的版本', '同意的时间', '撤回的时间'],
  ...consents.map(({ kind, version, agreedAt, withdrawnAt }) => [
    CONSENT_WORDS[kind],
    version,
    when(agreedAt),
    when(withdrawnAt),
  ]),
];

const restrictionLines = ({ restrictions }: MyData): Line[] => [
  ['哪个计划', '谁', '从', '到', '没来的'],
  ...restrictions.map(({ programme, name, from, until, missed }) => [
    programme.title,
    name,
    when(from),
    when(until),
    missed.map(({ theme, startsAt }) => `${when(startsAt)} ${theme}`).join('\n'),
  ]),
];
