import { rangeText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/events';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Sheet } from '@/components/Sheet';
import { serverNow } from '@/lib/clock';
import { registering } from '@/lib/text/registering';
import { useAccount } from '@/lib/tokens';
import { BusyFoot, BusyPanel } from './BusyPanel';
import { CompanionFields, PartySize } from './PartyFields';
import { ProxyFields } from './ProxyFields';
import { mostSeats } from './party-form';
import { RegisterFoot } from './RegisterFoot';
import './registrations.scss';
import { useRegisterForm } from './useRegisterForm';

const { form: words, busy: busyWords } = registering;

/** Registers a party: who, how many, for whom; and waits in line where the server is busy. */
export function RegisterSheet({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const account = useAccount();
  const { form, missing, change, state, full, refusal, submit, stop } = useRegisterForm(session, onClose);
  const [known] = useState(() => ({ name: Boolean(account?.name), phone: Boolean(account?.phoneLast4) }));
  const max = mostSeats(session, form.quotaId);
  const room = full ? words.roomWaiting(max) : words.room(session.seats?.left ?? 0, max);
  const party = <PartySize seats={form.seats} max={max} room={room} onSeats={(seats) => change({ seats })} />;

  const foot =
    state.step === 'form' ? (
      <RegisterFoot
        session={session}
        form={form}
        full={full}
        refusal={refusal}
        missing={missing}
        onChange={change}
        onSubmit={submit}
      />
    ) : (
      <BusyFoot seats={form.seats} onStop={stop} />
    );

  return (
    <Sheet
      title={<Phrase>{session.theme}</Phrase>}
      sub={<Phrase>{rangeText(session.startsAt, session.endsAt, serverNow())}</Phrase>}
      label={state.step === 'waiting' ? busyWords.label : words.label}
      foot={foot}
      onClose={onClose}
    >
      {state.step === 'waiting' && <BusyPanel state={state} />}
      {state.step !== 'waiting' && (
        <>
          {refusal && (
            <Notice kind={refusal.code === 'FULL' ? undefined : 'bad'} icon="alert">
              {refusal.code === 'FULL' ? registering.full : refusal.message}
            </Notice>
          )}
          <Group>
            {party}
            {known.name && !form.proxy && (
              <Cell value={account?.phoneLast4 ? words.last4(account.phoneLast4) : undefined}>
                {account?.name}
                {words.me}
              </Cell>
            )}
            {!known.name && (
              <Field
                id="register-name"
                label={words.callYou}
                value={form.name}
                placeholder={words.callYouHint}
                maxlength={20}
                error={missing.name}
                onChange={(name) => change({ name })}
              />
            )}
            {!known.phone && (
              <Field
                id="register-phone"
                label={words.phone}
                value={form.phone}
                placeholder={words.phoneHint}
                type="number"
                maxlength={11}
                error={missing.phone}
                onChange={(phone) => change({ phone })}
              />
            )}
            <CompanionFields
              seats={form.seats}
              names={form.companions}
              onNames={(names) => change({ companions: names })}
            />
          </Group>
          <Group>
            <ProxyFields form={form} missing={missing} onChange={change} />
          </Group>
          {session.quotas.length > 1 && (
            <Group>
              <View className="section">
                <View>{words.which}</View>
                <Choice
                  label={words.which}
                  options={session.quotas.map(({ id, name, seats }) => ({
                    key: id,
                    text: words.quota(name, seats.left),
                  }))}
                  on={form.quotaId}
                  onPick={(quotaId) => change({ quotaId })}
                />
              </View>
            </Group>
          )}
        </>
      )}
    </Sheet>
  );
}
