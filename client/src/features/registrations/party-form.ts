import type { Account } from '@openday/shared/auth';
import type { SessionDetail } from '@openday/shared/events';
import type { NewCompanion, NewRegistration, Relation } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { registering } from '@/lib/text/registering';

/** What the register sheet holds while it is filled in. */
export interface PartyForm {
  seats: number;
  /** Names of those who come along, by place; '' = not named. */
  companions: string[];
  quotaId: Id | null;
  name: string;
  phone: string;
  proxy: boolean;
  proxyName: string;
  proxyPhone: string;
  relation: Relation | null;
  consent: boolean;
}

export type Missing = Partial<Record<'name' | 'phone' | 'proxyName' | 'proxyPhone' | 'relation' | 'consent', string>>;

const PHONE = /^1[3-9]\d{9}$/;

/** A form with the family of last time, as far as there is room. */
export function newPartyForm(session: SessionDetail, account: Account | null, family: string[]): PartyForm {
  const companions = family.slice(0, Math.max(0, mostSeats(session, null) - 1));
  return {
    seats: 1 + companions.length,
    companions,
    quotaId: session.quotas.length > 1 ? null : (session.quotas[0]?.id ?? null),
    name: account?.name ?? '',
    phone: '',
    proxy: false,
    proxyName: '',
    proxyPhone: '',
    relation: null,
    consent: false,
  };
}

/** The largest party that can be asked for now; the waiting list takes any party. */
export function mostSeats(session: SessionDetail, quotaId: Id | null): number {
  const seats = session.quotas.find(({ id }) => id === quotaId)?.seats ?? session.seats;
  if (session.phase === 'full' || !seats || seats.left === 0) return session.partyMax;
  return Math.min(session.partyMax, seats.left);
}

/** What must still be filled in, by field, in words; empty when it can be sent. */
export function missing(form: PartyForm, account: Account | null): Missing {
  const { missing: words } = registering;
  const found: Missing = {};
  if (!account?.name && form.name.trim() === '') found.name = words.name;
  if (!account?.phoneLast4 && !PHONE.test(form.phone.trim())) found.phone = words.phone;
  if (!form.proxy) return found;
  if (form.proxyName.trim() === '') found.proxyName = words.name;
  if (form.proxyPhone.trim() !== '' && !PHONE.test(form.proxyPhone.trim())) found.proxyPhone = words.phone;
  if (!form.relation) found.relation = words.relation;
  if (!form.consent) found.consent = words.consent;
  return found;
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
  choice: { joinWaitlist: boolean; confirmDouble: boolean },
): NewRegistration {
  const phone = form.proxyPhone.trim();
  return {
    seats: form.seats,
    companions: companionsOf(form.seats, form.companions),
    ...(form.quotaId && { quotaId: form.quotaId }),
    ...(choice.joinWaitlist && { joinWaitlist: true }),
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
