import type { Closing } from '@openday/shared/closing';
import { clockText, dayOf } from '@openday/shared/dates';
import { quoted } from '../closing/told.rules';
import { FORM_WORDS } from '../events/form-words.rules';
import { dayWords } from '../reports/annual-words.rules';
import { COUNT_REASON_WORDS, PLAN_REASON_WORDS, percent, SOURCE_WORDS } from './words.rules';

/** 活动总结 as a paper says it, from what was filled in and recorded; what nobody knows is not said, and never a 0. */

export interface ClosingPaper {
  title: string;
  lead: string;
  /** 一、 … with its paragraphs; one without any is not there. */
  sections: [head: string, paragraphs: string[]][];
}

/** `about`: what the event's page says, and the programme it is of. */
export function closingPaper(closing: Closing, about: { content: string; programme: string | null }): ClosingPaper {
  const { theme, organizer, venue, startsAt, told, line, state } = closing;
  const when = `${dayWords(dayOf(startsAt))}${clockText(startsAt).slice(0, 2)}`;
  const plan = about.programme ? `根据“${about.programme}”安排，` : '';
  const parts: [string, string[]][] = [
    ['活动内容', [formsWords(closing), ...about.content.split('\n')]],
    ['到场情况', [cameWords(closing), countWords(closing), planWords(closing)]],
    ['政策解读和问卷', [explainedWords(closing) + sheetWords(closing)]],
    ['意见建议办理', [saidWords(closing)]],
    ['向居民公布的内容', state === 'published' ? [told ?? '', line] : []],
  ];
  const said = parts.map(([head, lines]): [string, string[]] => [head, lines.map((one) => one.trim()).filter(Boolean)]);
  return {
    title: `${quoted(theme)}活动总结`,
    lead: `${plan}${when}，${organizer.name}在${venue}举办${quoted(theme)}活动。现将有关情况总结如下。`,
    sections: said
      .filter(([, lines]) => lines.length > 0)
      .map(([head, lines], i) => [`${'一二三四五'[i]}、${head}`, lines]),
  };
}

const formsWords = ({ forms }: Closing): string =>
  forms.length ? `活动采取${forms.map((form) => FORM_WORDS[form][0]).join('、')}的形式。` : '';

function cameWords({ numbers, actual, source }: Closing): string {
  const { planned, capacity, registered, checkedIn, handCount } = numbers;
  const before = [
    planned && `计划${planned.text}参加`,
    capacity !== null && `可容纳${capacity}人`,
    registered !== null && `报名${registered}人`,
    checkedIn !== null && `签到${checkedIn}人`,
    handCount !== null && `现场计数${handCount}人`,
  ].filter(Boolean);
  const came =
    actual === null
      ? '到场人数没有记录'
      : `实际到场${source === 'estimated' ? '约' : ''}${actual}人${source ? `（${SOURCE_WORDS[source]}）` : ''}`;
  return `${[...before, came].join('，')}。`;
}

function countWords({ countDiffers, countReasons, countNote }: Closing): string {
  const why = because(
    countReasons.map((one) => COUNT_REASON_WORDS[one]),
    countNote,
  );
  return countDiffers && why ? `现场计数比签到${moreOrFewer(countDiffers)}，原因是：${why}。` : '';
}

function planWords({ planDiffers, planReasons, planNote }: Closing): string {
  const why = because(
    planReasons.map((one) => PLAN_REASON_WORDS[one]),
    planNote,
  );
  return planDiffers && why ? `实际到场比计划${moreOrFewer(planDiffers)}，原因是：${why}。` : '';
}

const moreOrFewer = (people: number): string => `${people > 0 ? '多' : '少'}${Math.abs(people)}人`;

const because = (reasons: string[], note: string): string =>
  [...reasons, note.replace(/。$/, '')].filter(Boolean).join('；');

const explainedWords = ({ explanations }: Closing): string =>
  explanations === null ? '' : `现场解读政策${explanations}次。`;

function sheetWords({ questionnaires }: Closing): string {
  const { handedOut, returned, online, answered, satisfied } = questionnaires;
  return [
    handedOut > 0 ? `发放纸质问卷${handedOut}份，收回${returned}份。` : '',
    online ? `线上问卷${online}份。` : '',
    answered && satisfied !== null
      ? `${answered}份问卷答了是否满意，其中满意和很满意${satisfied}份，占${percent(satisfied, answered)}%。`
      : '',
  ].join('');
}

function saidWords({ suggestions, recordedAfter }: Closing): string {
  const { received, answered, resolved, confirmed } = suggestions;
  // Of a session recorded afterwards nobody knows whether there were none.
  if (!received) return recordedAfter ? '' : '没有收到意见建议。';
  const done = [
    !recordedAfter && answered > 0 && `已答复${answered}条`,
    resolved > 0 && `${recordedAfter ? '其中' : '单位说'}办结${resolved}条`,
    confirmed > 0 && `居民确认解决${confirmed}条`,
  ].filter(Boolean);
  if (!done.length && !recordedAfter) done.push('正在办理');
  return `${[`收到意见建议${received}条`, ...done].join('，')}。`;
}
