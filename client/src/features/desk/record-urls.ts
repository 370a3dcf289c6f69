import type { Id } from '@openday/shared/wire';

/** Where a session's closing report is written. */
export const reportUrl = (session: Id): string => `/records/report/index?id=${session}`;

/** What the questionnaires of an event, or of one of its sessions, say. */
export const papersUrl = (event: Id, session?: Id): string =>
  `/records/papers/index?id=${event}${session ? `&session=${session}` : ''}`;

/** 补录 */
export const PAST_ENTRY_URL = '/records/past-entry/index';
