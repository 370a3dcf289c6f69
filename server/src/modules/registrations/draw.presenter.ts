import type { DrawResult, DrawView } from '@openday/shared/draws';
import type { Draw } from '../events/draw.entity';
import type { Event } from '../events/event.entity';
import type { EventSession } from '../events/session.entity';
import type { DrawEntry } from './draw-entry.entity';

export interface DrawRow {
  session: EventSession;
  event: Event;
  draw: Draw;
  /** By ticket number; none before registration closed. */
  entries: DrawEntry[];
  /** Parties that take part now. */
  applied: number;
  /** 32 bytes, opened; shown only once drawn. */
  secret: Buffer;
}

export const presentDraw = ({ session, event, draw, entries, applied, secret }: DrawRow): DrawView => ({
  sessionId: session.id,
  theme: event.theme,
  startsAt: session.startsAt.toISOString(),
  commitment: draw.commitment,
  drawsAt: draw.drawsAt.toISOString(),
  publicSource: draw.publicSource,
  applied,
  listHash: draw.listHash,
  result: presentResult(draw, entries, secret),
});

function presentResult(draw: Draw, entries: DrawEntry[], secret: Buffer): DrawResult | null {
  const { listHash, publicNumber, seed, drawnAt, pools, ceiling } = draw;
  if (!drawnAt || !listHash || !seed) return null;
  return {
    secret: secret.toString('hex'),
    listHash,
    publicNumber,
    seed,
    drawnAt: drawnAt.toISOString(),
    quotas: pools ?? [],
    ceiling,
    entries: entries.flatMap(({ ticketNo, maskedName, seats, quota, joinWaitlist, place, outcome }) =>
      outcome ? [{ ticketNo, name: maskedName, seats, quota, joinWaitlist, order: place, outcome }] : [],
    ),
  };
}
