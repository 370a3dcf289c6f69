import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { PhoneProof } from '@/features/accounts/PhoneProof';
import { useOfferedWays } from '@/lib/offered';
import { registering } from '@/lib/text/registering';
import { useAccount } from '@/lib/tokens';
import { type Missing, unnamed } from './missing';
import { CompanionFields, PartySize } from './PartyFields';
import { ProxyFields } from './ProxyFields';
import { mostSeats, type PartyForm, poolOf, wayOf } from './party-form';

const { form: words } = registering;

export interface WhoFieldsProps {
  session: SessionDetail;
  form: PartyForm;
  full: boolean;
  missing: Missing;
  onChange: (change: Partial<PartyForm>) => void;
}

/** How many come, who they are, and for whom. */
export function WhoFields({ session, form, full, missing, onChange }: WhoFieldsProps) {
  const account = useAccount();
  // A field stays while it is filled in, though the account has the value by then.
  const [known] = useState(() => ({ name: Boolean(account?.name), phone: Boolean(account?.phoneLast4) }));
  const max = mostSeats(session, form.quotaId);
  const nameless = unnamed(form);
  return (
    <>
      <Group>
        <PartySize
          seats={form.seats}
          max={max}
          room={roomWords(session, form, full, max)}
          error={missing.seats}
          onSeats={(seats) => onChange({ seats })}
        />
        {known.name && !form.proxy && (
          <Cell value={account?.phoneLast4 ? words.last4(account.phoneLast4) : undefined}>
            {account?.name}
            {words.me}
          </Cell>
        )}
        {!known.name && (
          <View id="at-name" className="rule">
            <Field
              id="register-name"
              label={words.callYou}
              value={form.name}
              placeholder={words.callYouHint}
              maxlength={20}
              error={missing.name}
              onChange={(name) => onChange({ name })}
            />
          </View>
        )}
        {!known.phone && <PhoneRow form={form} error={missing.phone} onChange={onChange} />}
        <CompanionFields
          session={session}
          seats={form.seats}
          names={form.companions}
          childCount={form.children}
          error={missing.companions && nameless !== null ? { place: nameless, line: missing.companions } : null}
          onNames={(companions) => onChange({ companions })}
          onChildCount={(children) => onChange({ children })}
        />
      </Group>
      <Group>
        <ProxyFields form={form} missing={missing} onChange={onChange} />
      </Group>
    </>
  );
}

/** Proven, or in the demo only typed. */
function PhoneRow({
  form,
  error,
  onChange,
}: Pick<WhoFieldsProps, 'form' | 'onChange'> & { error: string | undefined }) {
  const account = useAccount();
  const { data: offered } = useOfferedWays();
  if (!offered) return null;
  return (
    <View id="at-phone" className="rule">
      {offered.demo && (
        <Field
          id="register-phone"
          label={words.phone}
          value={form.phone}
          placeholder={words.phoneHint}
          type="number"
          maxlength={11}
          error={error}
          onChange={(phone) => onChange({ phone })}
        />
      )}
      {!offered.demo && !account?.phoneLast4 && <PhoneProof error={error} />}
      {!offered.demo && account?.phoneLast4 && <Cell value={words.last4(account.phoneLast4)}>{words.phone}</Cell>}
    </View>
  );
}

function roomWords(session: SessionDetail, form: PartyForm, full: boolean, max: number): string {
  if (full) return words.roomWaiting(max);
  const pool = poolOf(session, form.quotaId);
  if (wayOf(session, pool) === 'draw') return words.roomMost(max);
  return words.room(pool?.seats.left ?? session.seats?.left ?? 0, max);
}
