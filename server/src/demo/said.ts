import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SuggestionKind, Verdict } from '@openday/shared/suggestions';
import type { Caller } from '../http/access';
import { DeskSuggestionsService } from '../modules/suggestions/desk-suggestions.service';
import { SuggestionsService } from '../modules/suggestions/suggestions.service';

/** What a resident said about a row of the plan, and how far it came. */
interface DemoSaid {
  no: number;
  kind: SuggestionKind;
  text: string;
  /** A unit has taken it. */
  taken?: true;
  answer?: string;
  /** The answer is public under this question. */
  question?: string;
  verdict?: Verdict;
}

const SAID: DemoSaid[] = [
  { no: 4, kind: 'problem', text: '小区东门的路灯晚上不亮，老人散步看不清路。' },
  { no: 15, kind: 'question', text: '小微企业的稳岗补贴今年还能不能申请？' },
  { no: 16, kind: 'suggestion', text: '充电棚离楼近一点，最好能刷卡。', taken: true },
  {
    ...{ no: 3, kind: 'suggestion', text: '红白事的场地能不能提前一个月预约？' },
    answer: '社区服务台登记，一个月以内都可以约。',
    question: '红白事场地能提前多久约？',
  },
  {
    ...{ no: 1, kind: 'question', text: '流转来的地，补贴给谁？' },
    answer: '给实际种地的人，带流转合同到农工办登记。',
    question: '流转来的地补贴给谁？',
    verdict: 'solved',
  },
  {
    ...{ no: 14, kind: 'suggestion', text: '办证材料清单能不能贴在门口？' },
    answer: '已经贴在大厅门口，也放到了网上。',
    verdict: 'solved',
  },
];

/** Has residents say it, one after the other, and units do what they did with it. `eventOf`: by the row of the plan. */
export async function haveSaid(
  app: NestFastifyApplication,
  desk: Caller,
  residents: Caller[],
  eventOf: Map<number, string>,
): Promise<void> {
  const [ask, work] = [app.get(SuggestionsService), app.get(DeskSuggestionsService)];
  for (const [i, { no, kind, text, taken, answer, question, verdict }] of SAID.entries()) {
    const resident = residents[i]!;
    const body = { kind, text, eventId: eventOf.get(no) };
    const { id } = (await ask.ask(resident, `demo-said-${no}`, body)).suggestion;
    if (taken || answer) await work.take(desk, id);
    if (answer) await work.answer(desk, id, { text: answer, resolved: true, ...(question && { question }) });
    if (verdict) await ask.rate(resident, id, { verdict });
  }
}
