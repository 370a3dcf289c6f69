import { momentText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { CheckBox } from '@/components/CheckBox';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import type { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { everyone } from '@/lib/text/everyone';
import { registerForm as words } from '@/lib/text/register-form';
import type { Missing } from './missing';
import { type PartyForm, poolOf, wayOf } from './party-form';

export interface RegisterFootProps {
  session: SessionDetail;
  form: PartyForm;
  /** Only the waiting list is left. */
  full: boolean;
  /** Waits though there is room, because of earlier no-shows: said above. */
  held: boolean;
  refusal: ApiError | null;
  missing: Missing;
  onChange: (change: Partial<PartyForm>) => void;
  onSubmit: () => void;
}

/** To whom the name goes, for somebody else that they agreed, and the button that says what happens and for how many. */
export function RegisterFoot({ session, form, full, held, refusal, missing, onChange, onSubmit }: RegisterFootProps) {
  const who = form.proxyName.trim() || words.him;
  return (
    <>
      <View className="row">
        <View className="note grow">{words.privacy(session.organizer.name)}</View>
        <Act end onTap={() => open(routes.privacy)}>
          {words.privacyText}
        </Act>
      </View>
      <View className="gap gap--small" />
      {wayOf(session, poolOf(session, form.quotaId)) === 'draw' && (
        <Group>
          <CheckBox on={form.waitIfNotDrawn} onChange={(waitIfNotDrawn) => onChange({ waitIfNotDrawn })}>
            {words.drawWait}
          </CheckBox>
        </Group>
      )}
      {form.proxy && (
        <Group>
          <CheckBox on={form.consent} onChange={(consent) => onChange({ consent })}>
            {words.consent(who)}
            {missing.consent && (
              <View className="field__error" role="alert">
                {missing.consent}
              </View>
            )}
          </CheckBox>
        </Group>
      )}
      <Button kind="primary" id="register-submit" onTap={onSubmit}>
        {buttonWords(form, session, full, refusal)}
      </Button>
      <View className="note center sheet__after">
        <Phrase>{afterWords(form, session, full && !held)}</Phrase>
      </View>
    </>
  );
}

function buttonWords(form: PartyForm, session: SessionDetail, full: boolean, refusal: ApiError | null): string {
  if (refusal?.code === 'LIKELY_DOUBLE') return words.double;
  if (refusal?.code === 'OFFLINE') return everyone.again;
  if (full) return words.submitWait(form.seats);
  const who = form.proxyName.trim();
  if (form.proxy && who) return words.submitFor(who, form.seats);
  const way = wayOf(session, poolOf(session, form.quotaId));
  if (way === 'draw') return words.submitDraw(form.seats);
  return way === 'approval' ? words.submitApply(form.seats) : words.submit(form.seats);
}

function afterWords(form: PartyForm, session: SessionDetail, full: boolean): string {
  const way = wayOf(session, poolOf(session, form.quotaId));
  const { confirmHours } = session;
  if (full && way !== 'approval') return confirmHours ? words.afterWaitConfirm(confirmHours) : words.afterWait;
  if (way === 'draw')
    return session.draw ? words.afterDraw(momentText(session.draw.drawsAt, serverNow())) : words.after;
  if (way === 'approval') return words.afterApply;
  const who = form.proxyName.trim();
  if (form.proxy && who) return words.afterProxy(who);
  return words.afterUntil(momentText(session.cancelsUntil, serverNow()));
}
