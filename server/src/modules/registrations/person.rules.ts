import type { ErrorCode } from '@openday/shared/errors';
import type { NewRegistration, Relation } from '@openday/shared/registrations';

/** Who comes: the account itself, or the person it registers for. */
export interface Person {
  name: string;
  /** Of somebody else, as told; one's own is the account's. */
  phone: string | null;
  relation: Relation | null;
}

/** Throws nothing: a refusal is a code. `own` is the account's name, and whether it has a phone. */
export function personOf(
  body: NewRegistration,
  own: { name: string | null; hasPhone: boolean },
): Person | { refused: ErrorCode } {
  const other = body.onBehalfOf;
  if (other) {
    if (!other.consent) return { refused: 'CONSENT_REQUIRED' };
    return { name: other.name, phone: other.phone ?? null, relation: other.relation };
  }
  if (!own.name || !own.hasPhone) return { refused: 'PROFILE_INCOMPLETE' };
  return { name: own.name, phone: null, relation: null };
}
