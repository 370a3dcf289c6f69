import type { QuotaView, SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { CheckBox } from '@/components/CheckBox';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { registerForm as words } from '@/lib/text/register-form';
import type { Missing } from './missing';
import { byInvitation, type PartyForm, poolOf, wayOf } from './party-form';

export interface PoolFieldsProps {
  session: SessionDetail;
  form: PartyForm;
  missing: Missing;
  onChange: (change: Partial<PartyForm>) => void;
}

/** Which seats are asked for, where there are several kinds, and what the chosen kind asks. */
export function PoolFields({ session, form, missing, onChange }: PoolFieldsProps) {
  const pool = poolOf(session, form.quotaId);
  const several = session.quotas.length > 1;
  const invited = pool !== undefined && byInvitation(session, pool);
  const asks = pool && (pool.declaration || pool.asksEnterprise || invited);
  if (!several && !asks) return null;
  return (
    <Group>
      {several && (
        <View id="at-quota" className="pools" role="radiogroup" aria-label={words.which}>
          <View className="pools__title">{words.which}</View>
          {session.quotas.map((each) => (
            <Pool
              key={each.id}
              pool={each}
              session={session}
              on={each.id === form.quotaId}
              onPick={() => onChange({ quotaId: each.id, declares: false })}
            />
          ))}
          {missing.quota && (
            <View className="field__error pools__error" role="alert">
              {missing.quota}
            </View>
          )}
        </View>
      )}
      {pool?.declaration && (
        <View id="at-declares" className={several ? 'rule' : undefined}>
          <CheckBox on={form.declares} onChange={(declares) => onChange({ declares })}>
            {pool.declaration}
            {missing.declares && (
              <View className="field__error" role="alert">
                {missing.declares}
              </View>
            )}
          </CheckBox>
        </View>
      )}
      {pool?.asksEnterprise && (
        <View id="at-enterprise" className="rule">
          <Field
            label={words.enterprise}
            value={form.enterprise}
            placeholder={pool.perEnterprise === null ? words.enterpriseHint : words.perEnterprise(pool.perEnterprise)}
            maxlength={60}
            error={missing.enterprise}
            onChange={(enterprise) => onChange({ enterprise })}
          />
        </View>
      )}
      {invited && (
        <View id="at-invitation" className="rule">
          <Field
            label={words.invitation}
            value={form.invitation}
            placeholder={words.invitationHint}
            maxlength={20}
            error={missing.invitation}
            onChange={(invitation) => onChange({ invitation })}
          />
        </View>
      )}
    </Group>
  );
}

function Pool(props: { pool: QuotaView; session: SessionDetail; on: boolean; onPick: () => void }) {
  const { pool, session, on, onPick } = props;
  const way = wayOf(session, pool);
  const how = [
    pool.declaration ?? (pool.isPublic ? words.poolAll : null),
    way === 'approval' && words.poolApproval,
    byInvitation(session, pool) && words.poolInvited,
  ].filter(Boolean);
  const { capacity, left } = pool.seats;
  return (
    <Tap role="radio" checked={on} className="pools__one" onTap={onPick}>
      <View className={classes('pools__dot', on && 'pools__dot--on')} />
      <View className="grow">
        {pool.name}
        {how.length > 0 && <View className="cell__sub">{how.join('，')}</View>}
      </View>
      <View className={classes('pools__left', left === 0 && 'dim')}>
        {way === 'draw' ? words.poolDrawn(capacity) : words.poolLeft(left)}
      </View>
    </Tap>
  );
}
