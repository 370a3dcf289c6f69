export const QUESTION_KINDS = ['text', 'choice', 'number', 'yesNo', 'idNumber'] as const;
/** 文字 · 选择 · 数字 · 是否 · 身份证号 */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  /** Unique in its event. @pattern ^[a-z0-9]{1,12}$ */
  id: string;
  /** @minLength 2 @maxLength 60 */
  text: string;
  kind: QuestionKind;
  /** For `choice`. @maxItems 12 */
  options?: string[];
  required?: boolean;
  /** Asked only where that earlier question was answered so. */
  showIf?: ShowIf;
  /** Why an ID number is needed, shown to the resident; only `idNumber` has one and must. @minLength 4 @maxLength 100 */
  reason?: string;
}

export interface ShowIf {
  /** @pattern ^[a-z0-9]{1,12}$ */
  question: string;
  /** @maxLength 60 */
  equals: string;
}

export interface Questions {
  /** @maxItems 8 */
  questions: Question[];
}
