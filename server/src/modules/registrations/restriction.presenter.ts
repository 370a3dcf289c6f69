import type { Restriction as Wire } from '@openday/shared/registrations';
import { maskName } from '../privacy/masking.rules';
import type { Programme } from '../programmes/programme.entity';
import type { Restriction } from './restriction.entity';

export interface RestrictionRow {
  restriction: Restriction;
  programme: Programme | undefined;
  /** Opened; empty once contact data is gone. */
  name: string;
  phoneLast4: string | null;
  missed: { theme: string; startsAt: Date }[];
}

export const presentRestriction = ({ restriction, programme, name, phoneLast4, missed }: RestrictionRow): Wire => ({
  id: restriction.id,
  programme: { id: restriction.programmeId, title: programme?.title ?? '' },
  name: maskName(name),
  phoneLast4,
  from: restriction.from.toISOString(),
  until: restriction.until.toISOString(),
  missed: missed.map(({ theme, startsAt }) => ({ theme, startsAt: startsAt.toISOString() })),
  clearedAt: restriction.clearedAt?.toISOString() ?? null,
});
