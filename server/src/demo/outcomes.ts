import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PastQuestionnaires } from '@openday/shared/closing';
import { dayOf, instantOf } from '@openday/shared/dates';
import type { Caller } from '../http/access';
import { ClosingService } from '../modules/closing/closing.service';
import { PastSessionsService } from '../modules/closing/past-sessions.service';
import type { EventSession } from '../modules/events/session.entity';
import type { Organizer } from '../modules/organizers/organizer.entity';
import { PaperBatchesService } from '../modules/questionnaires/paper-batches.service';
import type { Venue } from '../modules/venues/venue.entity';
import { type DemoSheets, EARLIER_SESSIONS } from './earlier-sessions';
import type { DemoOutcome } from './event';
import type { UnitKey } from './units';
import type { VenueKey } from './venues';

export interface DemoClosing {
  session: EventSession;
  outcome: DemoOutcome;
}

/** Closing reports with their paper questionnaires, public; by the product's own rules, so that each says why its numbers differ. */
export async function writeClosings(app: NestFastifyApplication, desk: Caller, closings: DemoClosing[]): Promise<void> {
  const reports = app.get(ClosingService);
  for (const { session, outcome } of closings) {
    const { explanations, sheets, line = '' } = outcome;
    if (sheets)
      await app.get(PaperBatchesService).create(desk, session.eventId, { place: '签到台', ...questionnaires(sheets) });
    const { planDiffers } = await reports.detail(desk, session.id);
    await reports.change(desk, session.id, {
      ...{ explanations, line, countReasons: ['noPhone'] },
      planReasons: [(planDiffers ?? 0) < 0 ? 'busy' : 'interest'],
    });
    await reports.publish(desk, session.id);
  }
}

/** The year before, entered afterwards. */
export async function recordYearBefore(
  app: NestFastifyApplication,
  desk: Caller,
  { units, venues }: { units: Map<UnitKey, Organizer>; venues: Map<VenueKey, Venue> },
  now: number,
): Promise<void> {
  const year = Number(dayOf(now).slice(0, 4)) - 1;
  for (const { unit, venue, on, theme, forms, came, explanations, sheets, said } of EARLIER_SESSIONS) {
    const [day, from, to] = on;
    const [planned, actual, source] = came;
    await app.get(PastSessionsService).record(desk, {
      ...{ organizerId: units.get(unit)!.id, venueId: venues.get(venue)!.id, theme, forms },
      startsAt: instantOf(`${year}-${day}`, from),
      endsAt: instantOf(`${year}-${day}`, to),
      ...{ planned, actual, source, explanations },
      ...(sheets && { questionnaires: questionnaires(sheets) }),
      ...(said && { suggestions: said[0], resolved: said[1] }),
    });
  }
}

function questionnaires([handedOut, returned, veryGood, good, fair]: DemoSheets): Required<PastQuestionnaires> {
  const blank = returned - veryGood - good - fair;
  return {
    ...{ handedOut, returned },
    tallies: {
      satisfaction: { veryGood, good, fair, poor: 0, veryPoor: 0, blank },
      clarity: { clear: veryGood + good, partly: fair, unclear: 0, blank },
    },
  };
}
