import type { Account } from '@openday/shared/auth';
import type { Restriction } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Instant } from '@openday/shared/wire';
import { type PartyForm, poolOf } from './party-form';

const DAY_MS = 86_400_000;

export interface HeldBackAsk {
  form: Pick<PartyForm, 'proxy' | 'quotaId'>;
  account: Account | null;
  session: SessionDetail;
  /** Of the programme's rule. */
  restrictions: Restriction[];
}

/** Until when this registration would wait because of earlier no-shows, so that it is said before it is sent; null = would not. */
export function heldBackUntil(asked: HeldBackAsk, now: number): Instant | null {
  const { form, account, session, restrictions } = asked;
  const pool = poolOf(session, form.quotaId);
  const firstCome = session.mode === 'firstCome' && !pool?.invited && !pool?.approval;
  if (!firstCome || form.proxy || account?.over60) return null;
  const lastDay = Date.parse(session.startsAt) - DAY_MS;
  const ends = restrictions
    .filter(({ clearedAt }) => clearedAt === null)
    .map((each) => Math.min(Date.parse(each.until), lastDay));
  const until = Math.max(0, ...ends);
  return until > now ? new Date(until).toISOString() : null;
}
