import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { CheckIn } from '../modules/check-in/check-in.entity';
import { DoorDevice } from '../modules/check-in/door-device.entity';
import { dueWords } from '../modules/check-in/door-retention.job';
import { Event } from '../modules/events/event.entity';
import { duePlanRows } from '../modules/plans/plan-retention.job';
import { Programme } from '../modules/programmes/programme.entity';
import { dueResponses } from '../modules/questionnaires/response-retention.job';
import {
  dueAnswers,
  dueCompanions,
  dueIdNumbers,
  dueListNames,
  dueNames,
} from '../modules/registrations/retention.queries';
import { dueSuggestions } from '../modules/suggestions/suggestion-retention.job';

export interface Due {
  field: string;
  /** Null = of no programme. */
  programme: string | null;
  rows: number;
}

type Counted = { about: SelectQueryBuilder<ObjectLiteral>; programme: string };

const ofSession = (about: SelectQueryBuilder<ObjectLiteral>): Counted => ({
  about: about.leftJoin(Event, 'e', 'e.id = s.eventId'),
  programme: 'e.programmeId',
});

/** By the field that goes, the very queries of the jobs that take them. */
const FIELDS: Record<string, (manager: EntityManager, now: Date) => Promise<Counted> | Counted> = {
  '报名：姓名、手机号': async (manager, now) => ofSession(await dueNames(manager, now)),
  '报名：同行人的姓名': async (manager, now) => ofSession(await dueCompanions(manager, now)),
  '报名：问题的回答': async (manager, now) => ofSession(await dueAnswers(manager, now)),
  '报名：身份证号': (manager, now) => ofSession(dueIdNumbers(manager, now)),
  '抽签公示：姓名': async (manager, now) => ofSession(await dueListNames(manager, now)),
  '门口：写的原因': async (manager, now) => ofSession(await dueWords(manager, now, CheckIn, 'reason')),
  '门口：缺设备的说明': async (manager, now) => ofSession(await dueWords(manager, now, DoorDevice, 'excuse')),
  '评一评：是谁答的、一句话': (manager, now) => ofSession(dueResponses(manager, now)),
  '意见：是谁提的、内容': (manager, now) => ({ about: dueSuggestions(manager, now), programme: 'g.programmeId' }),
  '计划表：联系人': (manager, now) => ({ about: duePlanRows(manager, now), programme: 'p.programmeId' }),
};

/** What the nightly jobs would take at `now`, by field and programme; it changes nothing. */
export async function dueToGo(manager: EntityManager, now: Date): Promise<Due[]> {
  const programmes = await manager.find(Programme, { select: { id: true, title: true, year: true } });
  const titles = new Map(programmes.map(({ id, title, year }) => [id, `${year} ${title}`]));
  const found: Due[] = [];
  for (const [field, due] of Object.entries(FIELDS)) {
    const { about, programme } = await due(manager, now);
    const rows = await about
      .select(programme, 'programme')
      .addSelect('COUNT(*)', 'n')
      .groupBy(programme)
      .orderBy(programme)
      .getRawMany<{ programme: string | null; n: string }>();
    found.push(
      ...rows.map(({ programme: id, n }) => ({ field, programme: titles.get(id ?? '') ?? null, rows: Number(n) })),
    );
  }
  return found;
}
