import type { Programme as Wire } from '@openday/shared/places';
import type { Programme } from './programme.entity';

export const presentProgramme = (
  {
    id,
    title,
    year,
    organizerId,
    noShowLimit,
    noShowDays,
    closingDays,
    answerDays,
    keptDays,
    approves,
    ...sms
  }: Programme,
  organizerName: string,
): Wire => ({
  id,
  title,
  year,
  organizer: { id: organizerId, name: organizerName },
  noShowLimit,
  noShowDays,
  closingDays,
  answerDays,
  keptDays,
  approves,
  smsBudget: sms.smsBudget,
  smsSent: sms.smsSent,
});
