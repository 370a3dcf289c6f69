import type { Question, QuestionKind } from '@openday/shared/questions';

/** A question as it is being edited. */
export interface QuestionDraft {
  id: string;
  text: string;
  kind: QuestionKind;
  /** One a line. */
  options: string;
  required: boolean;
  reason: string;
  /** `QUESTION=ANSWER`, '' = always asked. */
  showIf: string;
}

export function newDraft(drafts: QuestionDraft[]): QuestionDraft {
  const taken = new Set(drafts.map(({ id }) => id));
  let n = drafts.length + 1;
  while (taken.has(`q${n}`)) n++;
  return { id: `q${n}`, text: '', kind: 'choice', options: '', required: false, reason: '', showIf: '' };
}

export function draftsOf(questions: Question[]): QuestionDraft[] {
  return questions.map(({ id, text, kind, options = [], required = false, reason = '', showIf }) => ({
    id,
    text,
    kind,
    options: options.join('\n'),
    required,
    reason,
    showIf: showIf ? `${showIf.question}=${showIf.equals}` : '',
  }));
}

/** As the server takes them. */
export function questionsOf(drafts: QuestionDraft[]): Question[] {
  return drafts.map(({ id, text, kind, options, required, reason, showIf }) => {
    const at = showIf.indexOf('=');
    return {
      id,
      text: text.trim(),
      kind,
      ...(kind === 'choice' && { options: optionsOf(options) }),
      ...(required && { required }),
      ...(kind === 'idNumber' && { reason: reason.trim() }),
      ...(at > 0 && { showIf: { question: showIf.slice(0, at), equals: showIf.slice(at + 1) } }),
    };
  });
}

/** The answers of earlier questions on which a later one may depend. */
export function conditionsFor(drafts: QuestionDraft[], place: number, words: { yes: string; no: string }) {
  return drafts.slice(0, place).flatMap(({ id, text, kind, options }) => {
    const answers =
      kind === 'choice'
        ? optionsOf(options).map((option) => [option, option] as const)
        : kind === 'yesNo'
          ? ([
              ['yes', words.yes],
              ['no', words.no],
            ] as const)
          : [];
    return answers.map(([value, shown]) => ({ key: `${id}=${value}`, question: text, answer: shown }));
  });
}

function optionsOf(options: string): string[] {
  return options
    .split('\n')
    .map((option) => option.trim())
    .filter(Boolean);
}
