import type { Board, BoardGroup, BoardGroupQuery, BoardWeek, DeskTask, Variance, VarianceQuery } from './board';
import type { BoardQuery } from './reports';
import type { Page } from './wire';

/** The routes of the board and of what waits for a desk, part of the contract. */
export interface BoardRoutes {
  /** 看板 */
  'GET /reports/board': { query: BoardQuery; reply: Board };
  /** 各周 (without gaps; the last 120 at most) */
  'GET /reports/board/weeks': { query: BoardQuery; reply: { items: BoardWeek[] } };
  /** 各单位、各计划 (never ranked) */
  'GET /reports/board/groups': { query: BoardGroupQuery; reply: Page<BoardGroup> };
  /** 对不上的场次和说明 */
  'GET /reports/board/variances': { query: VarianceQuery; reply: Page<Variance> };
  /** 今天要办的: soonest due first */
  'GET /desk/tasks': { reply: { items: DeskTask[] } };
}
