import type { PlanField } from '@openday/shared/plan-fields';

/** What a heading of a notice announces; `register` and `other` are sections that hold none of a plan's own fields. */
type Topic = PlanField | 'flow' | 'timeAndVenue' | 'themeAndContent' | 'audienceAndRegister' | 'register' | 'other';

/** A heading with the text it governs. */
export interface Section {
  topic: Topic;
  /** 1 = 一、 2 = （一） 3 = 1.; a bare label lies half a step below the number it stands under. */
  level: number;
  /** How it is marked: the level of its number, 4 = a bare label. */
  style: number;
  /** The heading as it stands. */
  heading: string;
  text: string;
  /** Where the heading begins in the text. */
  at: number;
}

const ACTS =
  '(?:拟?(?:开展|举办)?活动|公众开放|开放活动|公开|开放|举办|举行|参观|集中|具体|现场|邀请|参[加与会]|活动邀请|集合|主要|本次|会议)';
const JOIN = '(?:及|和|与|、|/|,|，)?';

/** Label words, the joined ones first. */
const LABELS: readonly (readonly [Topic, string])[] = [
  ['timeAndVenue', `${ACTS}?(?:时间|日期)${JOIN}(?:${ACTS}?地点|${ACTS}?地址|${ACTS}?场所)`],
  ['themeAndContent', `${ACTS}?主题${JOIN}(?:${ACTS}?内容|形式)`],
  ['audienceAndRegister', `${ACTS}?(?:对象|人员)${JOIN}?报名(?:方式|条件|办法)?`],
  [
    'register',
    '(?:预约)?报名(?:预约)?(?:方式|条件|须知|办法|要求|程序|流程|渠道|时间|截止时间|截止日期|截止|途径)|参[与加]方式|预约(?:方式|报名|须知|办法|时间|报名方式|参观)|代表(?:产生|征集|报名)(?:方式|办法)|报名',
  ],
  [
    'other',
    '活动(?:目的|背景|目标|要求|意义|背景与目的|说明|保障|宗旨|预期|准备|注意事项)|背景与目的|指导思想|总体要求|工作要求|有关要求|相关要求|注意事项|温馨提示|组织(?:领导|保障|机构|实施)|后勤保障|保障措施|工作(?:安排|措施|步骤|目标)|疫情防控(?:要求)?|其他(?:事项|安排|要求)?(?:安排)?|其它事项|宣传报道|经费(?:预算|来源)?|附件',
  ],
  ['no', '序号'],
  ['headcount', `${ACTS}?人数|招募(?:人数|名额)|${ACTS}?名额|${ACTS}?规模`],
  ['venue', `${ACTS}?地(?:点|址)|${ACTS}?(?:场所|场地)|活动地(?=[:：])|参观(?:路线|线路|地点)|开放(?:区域|路线)`],
  ['time', `${ACTS}?(?:时间|日期)(?:安排)?`],
  ['theme', `${ACTS}?主题(?:设定|设置)?|活动名称|${ACTS}?议题`],
  [
    'content',
    `${ACTS}?内容(?:${JOIN}(?:形式|方式|安排|流程|步骤))?|(?:活动|会议|参观)?(?:方式|形式)${JOIN}内容|活动项目`,
  ],
  ['flow', '活动(?:流程|安排|议程|步骤|环节|日程)|(?:日程|流程|议程)安排|参观流程'],
  ['form', `${ACTS}?(?:形式|方式)`],
  ['audience', `${ACTS}{0,2}(?:对象|范围|人群)|(?:参[加与会]|邀请|活动|公众)人员|参会代表|邀请(?:代表|嘉宾)`],
  ['unit', '(?:开放活动|主办|承办|开放|组织|责任|举办|牵头|活动|开放设施)(?:单位|部门|主体|机构)'],
  [
    'contact',
    '(?:活动|报名|咨询|预约)?联系(?:人|方式|电话|人及电话|人及联系方式)|(?:咨询|报名|预约|咨询报名|报名咨询|服务)(?:电话|热线)',
  ],
];
const WHOLE = LABELS.map(([topic, words]) => [topic, new RegExp(`^(?:${words})$`)] as const);
const WORDS = LABELS.map(([, words]) => `(?:${words})`).join('|');
const CN = '[一二三四五六七八九十]{1,3}';
const NUMBERED: readonly (readonly [number, string])[] = [
  [1, `(?:第${CN}[,，、]|${CN}[、.．,，])`],
  [2, `[（(]${CN}[)）][、.．]?`],
  [3, '(?:\\d{1,2}[.．、)）](?!\\d)|[（(]\\d{1,2}[)）]|[①-⑳])'],
];
/** A number with a label anywhere; a label alone with a colon, or filling its line. */
const HEADING = new RegExp(
  [
    ...NUMBERED.map(
      ([level, number]) =>
        `(?<n${level}>${number})\\s*(?<l${level}>${WORDS})(?:安排)?(?<c${level}>\\s*(?:[:：]|为(?=[\\d“])|(?=[（(])|(?=\\n|$)|))`,
    ),
    `(?<=^|[\\n，,。；;、\\s（(:：\\d日午期]|时间|地点)(?<l4>${WORDS})(?<c4>\\s*[:：])`,
    `(?<=^|\\n)[ \\t]*(?<l5>${WORDS})[ \\t]*(?<c5>)(?=\\n|$)`,
    // Where every line break is lost, the longer labels are told by their colon alone.
    '(?<l6>(?:活动|参[加与]|邀请|主办|承办|联系|报名|咨询|举办|开放|组织)(?:时间|日期|地点|地址|主题|内容|形式|对象|人员|单位|电话|方式|人数))(?<c6>[:：])',
    `[【［\\[](?<l8>${WORDS})[】］\\]](?<c8>[:：]?)`,
    '(?<l7>(?:活动|开放)(?:时间|地点|主题))(?<c7>[为是])(?=[“\\d每])',
  ].join('|'),
  'g',
);
/** Headings we have no word for end a section too. */
const UNKNOWN = new RegExp(
  `(?:^|\\n)[ \\t]{0,20}(?:(?<n1>${CN}[、.．])|(?<n2>[（(]${CN}[)）])|(?<n3>\\d{1,2}[.．、](?!\\d))|(?<n4>[\\u4e00-\\u9fff]{2,6}[:：][ \\t]*(?=\\n|$)))`,
  'g',
);

/** Where one of several open days in a notice begins, with its own name. */
const ITEM = new RegExp(
  `(?:(?<=^|[\\n：:。；;，\\d）)\\s])(?<named>(?:活动|场次|专场)(?:${CN}|\\d{1,2})|第(?:${CN}|\\d{1,2})(?:场|站|期|批)(?:活动)?)|(?<two>[（(]${CN}[)）])|(?<=(?:^|\\n)[ \\t]{0,20})(?:(?<one>${CN}[、.．])|(?<three>\\d{1,2}[.．、](?!\\d))))[ \\t]{0,4}[:：、]?[ \\t]{0,4}(?=(?<title>[^\\n]{0,60}))`,
  'g',
);

export interface Item {
  at: number;
  level: number;
  /** What stands behind the number, to the end of its line, and where that begins. */
  title: string;
  end: number;
}

/** The headings of a notice with what stands under each, in order, wherever the line breaks went. */
export function sectionsOf(text: string): Section[] {
  const marks = [...text.matchAll(HEADING)].flatMap((match) => markOf(match, text) ?? []);
  const unknown = [...text.matchAll(UNKNOWN)].map(({ index, groups }) => ({
    at: index,
    level: [1, 2, 3, 4].find((n) => groups?.[`n${n}`] !== undefined)!,
  }));
  const numbered = [...unknown, ...marks].filter(({ level }) => level < 4).sort((a, b) => a.at - b.at);
  const depths = new Map<string, number>();
  let above = 0;
  let after = 0;
  return marks.map((mark, i) => {
    while (numbered[above + 1] && numbered[above + 1]!.at <= mark.at) above += 1;
    const over = numbered[above];
    const parent = over && over.at < mark.at ? over.level : 0.5;
    // A bare label belongs to the numbered heading above it, and the same label always to the same depth.
    const level = mark.style < 4 ? mark.style : (depths.get(mark.heading) ?? parent + 0.5);
    depths.set(mark.heading, level);
    // Whom to call and by when is told in the middle of how to register.
    const next = marks.slice(i + 1, i + 40).find(({ topic }) => mark.topic !== 'register' || topic !== 'contact');
    while (unknown[after] && unknown[after]!.at < mark.end) after += 1;
    const to = next?.at ?? text.length;
    const ends = (one: { level: number }) =>
      (mark.style === 4 && one.level === 4) || one.level <= Math.max(1, Math.floor(level));
    const end = unknown.slice(after, after + 200).find((one) => one.at < to && ends(one));
    return { ...mark, level, text: text.slice(mark.end, Math.max(mark.end, Math.min(end?.at ?? to, to))) };
  });
}

/** Numbered lines that may begin an open day of their own. */
export function itemsOf(text: string): Item[] {
  return [...text.matchAll(ITEM)].map(({ 0: mark, index, groups }) => ({
    at: index,
    end: index + mark.length,
    level: groups?.one ? 1 : groups?.two ? 2 : groups?.three ? 3 : 0,
    title: groups?.title ?? '',
  }));
}

interface Mark extends Section {
  end: number;
}

function markOf(match: RegExpMatchArray, text: string): Mark | null {
  const groups = match.groups ?? {};
  const style = [1, 2, 3, 4, 5, 6, 7, 8].find((n) => groups[`l${n}`] !== undefined)!;
  const label = groups[`l${style}`]!;
  const end = match.index! + match[0].length;
  const follows = text.slice(end, end + 12);
  const closed = style === 8 || groups[`c${style}`] !== '' || /^\s*(?:\n|$|[（(“"])/.test(follows);
  // A label that a sentence goes on from (一、活动内容的…) is none; without any line break what follows may be anything.
  if (!closed && (/^[的是了在将要应须可由以等中里及和与、]/.test(follows) || style === 3)) return null;
  const topic = WHOLE.find(([, whole]) => whole.test(label.replace(/活动地$/, '活动地点')))?.[0];
  if (!topic) return null;
  return { topic, level: style, style: Math.min(style, 4), heading: match[0].trim(), text: '', at: match.index!, end };
}
