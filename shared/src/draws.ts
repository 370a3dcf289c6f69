import type { Id, Instant } from './wire';

export const DRAW_OUTCOMES = ['confirmed', 'waitlisted', 'declined', 'withdrawn'] as const;
/** 中签 · 候补 · 未中签 · 抽签前已退出 */
export type DrawOutcome = (typeof DRAW_OUTCOMES)[number];

export interface DrawEntry {
  ticketNo: number;
  /** Masked; empty once contact data is gone. */
  name: string;
  seats: number;
  quota: string;
  joinWaitlist: boolean;
  /** Place in the drawn order of its pool, from 1; 0 for one withdrawn before. */
  order: number;
  outcome: DrawOutcome;
}

/** All that is needed to repeat a draw (docs/rules/admission.md). */
export interface DrawResult {
  /** Hex. */
  secret: string;
  /** SHA-256 of the closed list, hex. */
  listHash: string;
  publicNumber: string | null;
  seed: string;
  drawnAt: Instant;
  /** Seats each pool had to give. */
  quotas: { name: string; capacity: number }[];
  /** Seats all pools together had to give; null = no ceiling. */
  ceiling: number | null;
  /** By ticket number. */
  entries: DrawEntry[];
}

export interface DrawView {
  sessionId: Id;
  theme: string;
  startsAt: Instant;
  commitment: string;
  drawsAt: Instant;
  publicSource: string | null;
  applied: number;
  /** Fixed when registration closed, before anybody knows the public number; null until then. */
  listHash: string | null;
  result: DrawResult | null;
}

export interface DrawBody {
  /** The number that was named in advance. @minLength 1 @maxLength 60 */
  publicNumber?: string;
}
