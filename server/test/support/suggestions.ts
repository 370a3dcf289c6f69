import { randomUUID } from 'node:crypto';
import type { NewSuggestion, Suggestion } from '@openday/shared/suggestions';
import type { Answer, Api } from './api';

/** Says something; about the district as such where nothing else is named. */
export const say = (
  who: Api,
  body: Partial<NewSuggestion> = {},
  key: string = randomUUID(),
): Promise<Answer<Suggestion>> =>
  who.post<Suggestion>(
    '/suggestions',
    { kind: 'suggestion', text: '小区东门的路灯晚上不亮', ...body },
    { 'idempotency-key': key },
  );
