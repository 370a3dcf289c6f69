import type { ErrorCode } from '@openday/shared/errors';
import type { NewRegistration, Relation } from '@openday/shared/registrations';

/** Who comes: the account itself, or the person it registers for. */
export interface Person {
  name: string;
  phone: string | null;
  relation: Relation | null;
}

/** Throws nothing: a refusal is a code. `own` is the account's name and phone. */
export function personOf(
  body: NewRegistration,
  own: { name: string | null; phone: string | null },
): Person | { refused: ErrorCode } {
  if ((body.companions?.length ?? 0) > body.seats - 1) return { refused: 'BAD_REQUEST' };
  const other = body.onBehalfOf;
  if (other) {
    if (!other.consent) return { refused: 'CONSENT_REQUIRED' };
    return { name: other.name, phone: other.phone ?? null, relation: other.relation };
  }
  if (!own.name || !own.phone) return { refused: 'PROFILE_INCOMPLETE' };
  return { name: own.name, phone: own.phone, relation: null };
}
