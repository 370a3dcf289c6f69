import type { Outcome } from '@openday/shared/sessions';
import { past as words } from '@/lib/text/past';

/** `计划 20 到 30 人`; empty where no number was planned. */
export function plannedWords({ min, max }: NonNullable<Outcome['planned']>): string {
  if (min !== null && max !== null && min !== max) return words.plannedBetween(min, max);
  if (max !== null) return words.planned(max);
  return min === null ? '' : words.plannedFrom(min);
}
