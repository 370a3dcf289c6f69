import type { Form } from '@openday/shared/forms';
import { bare } from './plan-words.rules';

/** The words units use, for the seven forms we know. */
const WORDS: readonly (readonly [Form, RegExp])[] = [
  ['visit', /(?:现场|实地|参观)?(?:观摩|参观)|实地(?:调研|考察|查看|走访)|走进|探访|开放参观|现场调研/],
  ['talk', /座谈(?:交流|会)?|(?:互动|现场|会议)?交流(?:会)?|圆桌|恳谈|茶话|对接会|征求意见|面对面/],
  ['policy', /(?:政策|法规)(?:解读|宣讲|问答|咨询|解答)|解读|答疑|答记者问/],
  ['experience', /(?:互动|现场|沉浸式?|模拟|业务|流程)?体验(?!官)|体验官|演示|演练|实操/],
  ['council', /(?:公开|居民|村民|民主)?议事|听证|列席|旁听|协商/],
  ['service', /便民服务|义诊|志愿服务|现场(?:办公|办理|服务)|上门服务|咨询服务|帮办代办|服务进/],
  ['lecture', /讲座|宣讲|宣传|培训|授课|讲解|科普|普及|发布会|展示|展览|展播/],
];

/** A form from its first sign to its last: 谈交流 is a piece of one. */
const WHOLE_FORM =
  /^(?:现场|实地|互动|沉浸式?|集中|线上|线下|政策|法规|业务|意见|问卷|公开|居民|便民|专题|办事|模拟|流程|视察|走进|走访|开放|志愿|观看|上门|入户|知识|科普|民主|咨询|办理|专家|法律|健康|实验室|体验式)*(?:观摩|参观|调研|考察|查看|走访|座谈会?|座谈交流|交流会?|解读|宣讲|宣传|咨询|体验|演示|演练|议事|听证|服务|义诊|讲座|培训|讲解|科普|展示|展览|问答|答疑|解答|发布会?|征集|调查|测评|评议|专题片|宣传片|展播|旁听|列席|办理|接待|互动|竞赛|路演|巡查|巡展|直播|慰问|开放|发放资料)(?:式?活动|会)?$/;
export interface FormReading {
  /** The sheet's own words, in order. */
  words: { text: string; canonical: Form | null }[];
  forms: Form[];
}

/** 活动形式 as the sheet writes it (、 or line breaks between) → the canonical forms. */
export function readForms(text: string): FormReading {
  const words = joinedForms(text.slice(0, 400))
    .split(/[、，,;；/\n+＋]|\s{1,}|和|及|与|（|）|\(|\)/)
    .map((word) => bare(word))
    .filter(Boolean)
    .map((word) => ({ text: word, canonical: formOf(word) }));
  return { words, forms: [...new Set(words.flatMap(({ canonical }) => (canonical ? [canonical] : [])))] };
}

/** A line break stands between two forms only where both are whole (现场观摩 / 座谈交流), else inside one (座谈交 / 流). */
function joinedForms(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.reduce((all, line) => {
    const last = all.split(/[、，,;；/\s]/).at(-1) ?? '';
    const [first = ''] = line.split(/[、，,;；/\s]/);
    const whole = [isWholeForm(last), isWholeForm(first)];
    const one = last.length + first.length <= 6 && isWholeForm(last + first);
    const long = last.length >= 4 && first.length >= 4 && whole.includes(true);
    const apart = last === '' || first === '' || (!one && !whole.includes(false)) || long || isLong(last + first);
    return all + (all && apart ? '\n' : '') + line;
  }, '');
}

const isLong = (word: string) => word.length > 10;

/** Whether a word is a form from its first sign to its last. */
export function isWholeForm(word: string): boolean {
  return WHOLE_FORM.test(word);
}

/** The form a word stands for, or null. */
export function formOf(word: string): Form | null {
  return WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** The forms a row's theme and content speak of, with the words that say so, for a sheet without such a column. */
export function formsIn(theme: string, content: string): FormReading {
  const text = bare(`${theme}。${content}`.slice(0, 4_000));
  const words = WORDS.flatMap(([canonical, pattern]) => {
    const said = pattern.exec(text)?.[0];
    return said ? [{ text: said, canonical }] : [];
  });
  return { words, forms: words.map(({ canonical }) => canonical) };
}

/** 讲座 in the theme and only 座谈 in the content, or the other way round: [theme's word, content's word]. */
export function formConflict(theme: string, content: string): [string, string] | null {
  const talk = /座谈会?|交流会/;
  const lecture = /讲座|宣讲|报告会/;
  const pairs: [RegExp, RegExp][] = [
    [lecture, talk],
    [talk, lecture],
  ];
  for (const [mine, other] of pairs) {
    const inTheme = mine.exec(theme)?.[0];
    const inContent = other.exec(content)?.[0];
    const agrees = mine.test(content) || other.test(theme) || /讲解|解读|交流|座谈/.test(theme);
    if (inTheme && inContent && !agrees) return [inTheme, inContent];
  }
  return null;
}
