import type { FindQuery, FindSummary, SessionQuery } from './find';
import type { SessionCard } from './sessions';
import type { Page } from './wire';

/** The routes of 找活动, part of the contract. */
export interface FindRoutes {
  /** 找活动 */
  'GET /sessions': { query: SessionQuery; reply: Page<SessionCard> };
  /** 找到多少场：日历和筛选用 */
  'GET /sessions/summary': { query: FindQuery; reply: FindSummary };
}
