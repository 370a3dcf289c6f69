import type { Question } from '@openday/shared/questions';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { useRef, useState } from 'react';
import { useAskMessages } from '@/features/messages/useAskMessages';
import { ApiError } from '@/lib/api-error';
import { changeProfile } from '@/lib/auth';
import { open, routes } from '@/lib/routes';
import { readStored, store } from '@/lib/stored';
import { useAccount } from '@/lib/tokens';
import { type Missing, missing, refusedFields } from './missing';
import { keepOutcome, sayMeanwhile } from './outcome';
import { isFull, mostSeats, newPartyForm, newRegistration, type PartyForm } from './party-form';
import { usePrivacyConsent } from './usePrivacyConsent';
import { useRegister } from './useRegister';

type Party = Pick<PartyForm, 'seats' | 'companions'>;

/** The register sheet's form: what it holds, what is missing, and sending it. */
export function useRegisterForm(session: SessionDetail, questions: Question[], onClose: () => void) {
  const account = useAccount();
  const [form, setForm] = useState(() => newPartyForm(session, account, readStored('family')));
  const [lacking, setLacking] = useState<Missing>({});
  const [profileRefusal, setProfileRefusal] = useState<ApiError | null>(null);
  const [filled, setFilled] = useState(false);
  const mine = useRef<Party | null>(null);
  const { state, submit, stop, isLooking } = useRegister(session.id);
  const agree = usePrivacyConsent();
  const askMessages = useAskMessages();
  const refusal = profileRefusal ?? (state.step === 'form' ? state.refusal : null);
  const full = isFull(session, form.quotaId) || (refusal?.code === 'FULL' && !filled);
  // Gone once the resident changes something: it was about what stood then.
  const refused = refusal && !filled ? refusedFields(refusal, questions) : null;

  /** My family comes with me, not with the one I register for; and is as I had it when I come after all. */
  const partyOf = (proxy: boolean): Party => {
    if (!proxy && mine.current) return mine.current;
    mine.current = { seats: form.seats, companions: form.companions };
    const { seats, companions } = newPartyForm(session, account, null);
    return { seats, companions };
  };
  const change = (part: Partial<PartyForm>) => {
    const next = { ...form, ...(part.proxy !== undefined && partyOf(part.proxy)), ...part };
    next.seats = Math.min(next.seats, mostSeats(session, next.quotaId));
    setForm(next);
    // A full pool stays full however the party is changed; another pool is another question.
    if (refusal?.code !== 'FULL' || part.quotaId !== undefined) setFilled(true);
    // Once told what is missing, the resident sees it go as they fill it in.
    if (Object.keys(lacking).length > 0) setLacking(missing(next, account, session, questions));
  };

  const send = async () => {
    const found = missing(form, account, session, questions);
    setLacking(found);
    setProfileRefusal(null);
    if (Object.keys(found).length > 0) return;
    setFilled(false);
    // By this very tap, and answered while the seats are being got.
    const asked = askMessages('places', 'changes', 'reminders');
    let agreed: boolean;
    try {
      await completeProfile(form, account);
      agreed = await agree();
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setProfileRefusal(failure);
      return;
    }
    const confirmDouble = refusal?.code === 'LIKELY_DOUBLE';
    const body = newRegistration(form, session, questions, { joinWaitlist: full, confirmDouble });
    const registration = await submit(body);
    if (registration && !agreed) agree().catch(console.info);
    if (registration) keep(registration, form);
    if (!isLooking()) return sayMeanwhile(session, registration);
    if (!registration) return;
    await asked;
    onClose();
    open(routes.ticket(registration.id, true));
  };

  return {
    form,
    missing: { ...refused, ...lacking },
    change,
    state,
    full,
    /** What is not said at a field. */
    refusal: refused ? null : refusal,
    submit: () => void send(),
    stop,
  };
}

async function completeProfile(form: PartyForm, account: ReturnType<typeof useAccount>): Promise<void> {
  const name = account?.name ? undefined : form.name.trim();
  const phone = account?.phoneLast4 ? undefined : form.phone.trim();
  if (name || phone) await changeProfile({ ...(name && { name }), ...(phone && { phone }) });
}

/** What the phone remembers of it. */
function keep(registration: Registration, form: PartyForm): void {
  if (!form.proxy) {
    const names = form.companions.slice(0, form.seats - 1).filter((name) => name.trim() !== '');
    // A session that only counts says nothing about the names of last time.
    store('family', { seats: form.seats, names: names.length > 0 ? names : (readStored('family')?.names ?? []) });
  }
  keepOutcome(registration);
}
