import { RELATIONS } from '@openday/shared/registrations';
import { View } from '@tarojs/components';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Switch } from '@/components/Switch';
import { RELATION_WORDS } from '@/lib/text/everyone';
import { registerForm as words } from '@/lib/text/register-form';
import type { Missing } from './missing';
import type { PartyForm } from './party-form';

export interface ProxyFieldsProps {
  form: PartyForm;
  missing: Missing;
  onChange: (change: Partial<PartyForm>) => void;
}

/** 替家人报名: for whom. That they agreed is ticked above the button. */
export function ProxyFields({ form, missing, onChange }: ProxyFieldsProps) {
  const who = form.proxyName.trim() || words.him;
  return (
    <>
      <Switch on={form.proxy} label={words.proxy} sub={words.proxySub} onChange={(proxy) => onChange({ proxy })} />
      {form.proxy && (
        <>
          <Field
            label={words.proxyName}
            value={form.proxyName}
            placeholder={words.proxyNameHint}
            maxlength={20}
            error={missing.proxyName}
            onChange={(proxyName) => onChange({ proxyName })}
          />
          <Field
            label={words.proxyPhone(who)}
            value={form.proxyPhone}
            placeholder={words.proxyPhoneHint}
            type="number"
            maxlength={11}
            error={missing.proxyPhone}
            onChange={(proxyPhone) => onChange({ proxyPhone })}
          />
          <View className="section rule">
            <View>{words.relation(who)}</View>
            <Choice
              label={words.relation(who)}
              options={RELATIONS.map((relation) => ({ key: relation, text: RELATION_WORDS[relation] }))}
              on={form.relation}
              onPick={(relation) => onChange({ relation })}
            />
            {missing.relation && (
              <View className="field__error" role="alert">
                {missing.relation}
              </View>
            )}
          </View>
        </>
      )}
    </>
  );
}
