import type { MyResponse } from '@openday/shared/responses';
import type { Response } from './response.entity';

/** `line`: opened, from the answer or the suggestion it became. */
export const presentResponse = (response: Response, line: string | null): MyResponse => ({
  registrationId: response.registrationId ?? '',
  satisfaction: response.satisfaction,
  clarity: response.clarity,
  line,
  suggestionId: response.suggestionId,
  updatedAt: response.updatedAt.toISOString(),
});
