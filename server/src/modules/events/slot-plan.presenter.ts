import type { SlotPlan as Wire } from '@openday/shared/slots';
import type { SlotPlan } from './slot-plan.entity';

export const presentSlotPlan = (plan: SlotPlan, theme: string, venueName: string): Wire => ({
  id: plan.id,
  eventId: plan.eventId,
  theme,
  venueId: plan.venueId,
  venue: { id: plan.venueId, name: venueName },
  weekdays: plan.weekdays,
  opens: plan.opens,
  ends: plan.ends,
  minutes: plan.minutes,
  seats: plan.seats,
  weeks: plan.weeks,
  skipsHolidays: plan.skipsHolidays,
  paused: plan.pausedAt !== null,
  madeUntil: plan.madeUntil,
  createdAt: plan.createdAt.toISOString(),
});
