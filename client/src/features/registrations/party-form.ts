import type { Account } from '@openday/shared/auth';
import type { Question } from '@openday/shared/questions';
import type { NewCompanion, NewRegistration, Relation } from '@openday/shared/registrations';
import type { QuotaView, SessionDetail } from '@openday/shared/sessions';
import type { Id } from '@openday/shared/wire';
import { answersOf } from './question-form';

/** What the register sheet holds while it is filled in. */
export interface PartyForm {
  seats: number;
  /** Names of those who come along, by place; '' = not named. */
  companions: string[];
  children: number;
  quotaId: Id | null;
  declares: boolean;
  enterprise: string;
  invitation: string;
  /** By question. */
  answers: Record<string, string>;
  /** In a draw: to wait where not drawn. */
  waitIfNotDrawn: boolean;
  name: string;
  phone: string;
  proxy: boolean;
  proxyName: string;
  proxyPhone: string;
  relation: Relation | null;
  consent: boolean;
}

/** Who came along last time. */
export interface Family {
  seats: number;
  names: string[];
}

/** A form with the family of last time, as far as there is room, in the pool for everybody. */
export function newPartyForm(session: SessionDetail, account: Account | null, family: Family | null): PartyForm {
  const quotaId = firstPool(session)?.id ?? null;
  const seats = Math.max(1, Math.min(family?.seats ?? 1, mostSeats(session, quotaId)));
  return {
    seats,
    companions: session.companions === 'named' ? (family?.names.slice(0, seats - 1) ?? []) : [],
    children: 0,
    quotaId,
    declares: false,
    enterprise: '',
    invitation: '',
    answers: {},
    waitIfNotDrawn: false,
    name: account?.name ?? '',
    phone: '',
    proxy: false,
    proxyName: '',
    proxyPhone: '',
    relation: null,
    consent: false,
  };
}

/** The only pool, or the one for everybody; none where one must be chosen. */
function firstPool({ quotas }: SessionDetail): QuotaView | undefined {
  return quotas.length === 1 ? quotas[0] : quotas.find(({ isPublic, invited }) => isPublic && !invited);
}

export function poolOf(session: SessionDetail, quotaId: Id | null): QuotaView | undefined {
  return session.quotas.find(({ id }) => id === quotaId);
}

/** How a pool gives out its seats: at once, by lot, or after the unit has looked. */
export function wayOf(session: SessionDetail, pool: QuotaView | undefined): 'atOnce' | 'draw' | 'approval' {
  if (pool?.approval || (session.mode === 'approval' && !pool?.invited)) return 'approval';
  return session.mode === 'draw' && !pool?.invited ? 'draw' : 'atOnce';
}

/** Whether a pool is only for who has a code. */
export function byInvitation(session: Pick<SessionDetail, 'mode'>, pool: QuotaView): boolean {
  return session.mode === 'invited' || pool.invited;
}

/** Whether only the waiting list of this pool is left. */
export function isFull(session: SessionDetail, quotaId: Id | null): boolean {
  const pool = poolOf(session, quotaId);
  if (wayOf(session, pool) === 'draw') return false;
  return pool ? pool.seats.left === 0 : session.phase === 'full';
}

/** The largest party that can be asked for now; the waiting list, and a draw take any party. */
export function mostSeats(session: SessionDetail, quotaId: Id | null): number {
  const pool = poolOf(session, quotaId);
  const seats = pool?.seats ?? session.seats;
  const most = Math.min(session.partyMax, pool?.perEnterprise ?? session.partyMax);
  if (wayOf(session, pool) === 'draw' || isFull(session, quotaId) || !seats || seats.left === 0) return most;
  return Math.min(most, seats.left);
}

/** Companions as the server takes them: one for each seat beyond the first, named or only counted. */
export function companionsOf(seats: number, names: string[]): NewCompanion[] {
  return Array.from({ length: seats - 1 }, (_, place) => {
    const name = names[place]?.trim();
    return name ? { name } : {};
  });
}

/** The registration as it is sent. */
export function newRegistration(
  form: PartyForm,
  session: SessionDetail,
  questions: Question[],
  choice: { joinWaitlist: boolean; confirmDouble: boolean },
): NewRegistration {
  const pool = poolOf(session, form.quotaId);
  const phone = form.proxyPhone.trim();
  const answers = answersOf(questions, form.answers);
  return {
    seats: form.seats,
    companions: companionsOf(form.seats, form.companions),
    ...(session.asksChildren && { children: Math.min(form.children, form.seats - 1) }),
    ...(form.quotaId && { quotaId: form.quotaId }),
    ...(pool?.declaration && { declares: form.declares }),
    ...(pool?.asksEnterprise && { enterprise: form.enterprise.trim() }),
    ...(pool && byInvitation(session, pool) && { invitation: form.invitation.trim() }),
    ...(answers.length > 0 && { answers }),
    ...((choice.joinWaitlist || (wayOf(session, pool) === 'draw' && form.waitIfNotDrawn)) && { joinWaitlist: true }),
    ...(form.proxy &&
      form.relation && {
        onBehalfOf: {
          name: form.proxyName.trim(),
          relation: form.relation,
          consent: form.consent,
          ...(phone && { phone }),
          ...(choice.confirmDouble && { confirmDouble: true }),
        },
      }),
  };
}
