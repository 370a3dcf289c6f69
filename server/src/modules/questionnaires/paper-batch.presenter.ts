import type { PaperBatch as Wire } from '@openday/shared/questionnaires';
import type { PaperBatch } from './paper-batch.entity';

export const presentBatch = (batch: PaperBatch): Wire => ({
  id: batch.id,
  eventId: batch.eventId,
  sessionId: batch.sessionId,
  place: batch.place,
  handedOut: batch.handedOut,
  returned: batch.returned,
  tallies: batch.tallies,
  updatedAt: batch.updatedAt.toISOString(),
});
