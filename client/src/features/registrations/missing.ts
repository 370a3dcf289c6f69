import type { Account } from '@openday/shared/auth';
import type { ErrorCode } from '@openday/shared/errors';
import type { Question } from '@openday/shared/questions';
import type { SessionDetail } from '@openday/shared/sessions';
import type { ApiError } from '@/lib/api-error';
import { registering } from '@/lib/text/registering';
import { byInvitation, type PartyForm, poolOf } from './party-form';
import { missingAnswers } from './question-form';

type Field =
  | ('name' | 'phone' | 'proxyName' | 'proxyPhone' | 'relation' | 'consent' | 'seats')
  | ('quota' | 'declares' | 'enterprise' | 'invitation' | 'companions')
  | `answer-${string}`;

/** What is wrong, by the field it is about, in words. */
export type Missing = Partial<Record<Field, string>>;

const PHONE = /^1[3-9]\d{9}$/;
const { missing: words } = registering;

/** What must still be filled in; empty when it can be sent. */
export function missing(
  form: PartyForm,
  account: Account | null,
  session: SessionDetail,
  questions: Question[],
): Missing {
  const found: Missing = {};
  const pool = poolOf(session, form.quotaId);
  if (!pool && session.quotas.length > 0) found.quota = words.quota;
  if (pool?.declaration && !form.declares) found.declares = words.declares;
  if (pool?.asksEnterprise && form.enterprise.trim().length < 2) found.enterprise = words.enterprise;
  if (pool && byInvitation(session, pool) && form.invitation.trim() === '') found.invitation = words.invitation;
  if (session.companions === 'named' && unnamed(form) !== null) found.companions = words.companion;
  if (!account?.name && form.name.trim() === '') found.name = words.name;
  if (!account?.phoneLast4 && !PHONE.test(form.phone.trim())) found.phone = words.phone;
  for (const [question, line] of Object.entries(missingAnswers(questions, form.answers))) {
    found[`answer-${question}`] = line;
  }
  if (!form.proxy) return found;
  if (form.proxyName.trim() === '') found.proxyName = words.name;
  if (form.proxyPhone.trim() !== '' && !PHONE.test(form.proxyPhone.trim())) found.proxyPhone = words.phone;
  if (!form.relation) found.relation = words.relation;
  if (!form.consent) found.consent = words.consent;
  return found;
}

/** The place of the first companion without a name, from 0; null where all have one. */
export function unnamed({ seats, companions }: Pick<PartyForm, 'seats' | 'companions'>): number | null {
  const place = Array.from({ length: seats - 1 }, (_, at) => companions[at]?.trim() ?? '').indexOf('');
  return place < 0 ? null : place;
}

const FIELDS: Partial<Record<ErrorCode, Field>> = {
  QUOTA_UNKNOWN: 'quota',
  DECLARATION_REQUIRED: 'declares',
  ENTERPRISE_REQUIRED: 'enterprise',
  ENTERPRISE_FULL: 'enterprise',
  INVITATION_REQUIRED: 'invitation',
  INVITATION_INVALID: 'invitation',
  NAMES_REQUIRED: 'companions',
  PARTY_TOO_LARGE: 'seats',
  CONSENT_REQUIRED: 'consent',
  PROFILE_INCOMPLETE: 'name',
};

/** A refusal at the fields it is about; null where it is about none in sight. */
export function refusedFields(refusal: ApiError, questions: Question[]): Missing | null {
  if (refusal.code === 'OFFLINE') return null;
  if (refusal.code === 'ANSWERS_INVALID') {
    const named = questions.flatMap(({ id }) => {
      const detail = refusal.details.find(({ field }) => field.split('.').includes(id));
      return detail ? [[`answer-${id}`, detail.message] as const] : [];
    });
    return named.length > 0 ? Object.fromEntries(named) : null;
  }
  const field = FIELDS[refusal.code];
  return field ? { [field]: refusal.message } : null;
}
