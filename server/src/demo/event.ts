import type { NewHeadcount } from '@openday/shared/events';
import type { Form } from '@openday/shared/forms';
import type { Topic } from '@openday/shared/topics';
import type { DemoSheets } from './earlier-sessions';
import type { DemoWindow, When } from './moments';
import type { UnitKey } from './units';
import type { VenueKey } from './venues';

/** A row of the plan as the demo holds it: its facts, with contents in our own words and dates moved. */
export interface DemoEvent {
  /** The row's number in the plan. */
  no: number;
  theme: string;
  unit: UnitKey;
  topic: Topic;
  forms: Form[];
  headcount: NewHeadcount;
  audience?: string;
  /** A sentence a line. */
  content: string[];
  /** With sessions it is published, with only a window announced. */
  sessions?: DemoSession[];
  window?: DemoWindow;
  followers?: number;
}

export interface DemoSession {
  when: When;
  venue: VenueKey;
  /** Name, capacity and seats booked; no pool = nobody registers. */
  pools: [name: string, capacity: number, booked: number][];
  /** Parties on the waiting list, by size. */
  waiting?: number[];
  /** Seats of the demo's own resident: first in line, or third of those waiting. */
  own?: number;
  /** How many cancelled again. */
  cancelled?: number;
  /** Registration opens or closes at that clock, so many days from now. */
  opens?: { day: number; clock: string };
  closes?: { day: number; clock: string };
  door?: DemoDoor;
  outcome?: DemoOutcome;
}

/** What its closing report says beside the records; none = it is still to be written. */
export interface DemoOutcome {
  explanations: number;
  sheets?: DemoSheets;
  line?: string;
}

/** What the door recorded. */
export interface DemoDoor {
  devices: 1 | 2;
  /** People who came without registering, a number for each group. */
  walkIns: number[];
  /** Staff's own count against the check-ins: 0 = the same; null = nobody counted. */
  hand: number | null;
  /** Nobody checks in here: people are only counted. */
  counted?: number;
  /** One party was scanned at both doors. */
  conflict?: boolean;
}

/** `5-10 人` as the plan writes it. */
export const people = (min: number, max = min): NewHeadcount => ({
  min,
  max,
  text: min === max ? `${min} 人` : `${min}-${max} 人`,
});
