import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Switch } from '@/components/Switch';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { InputRow } from '@/features/desk/InputRow';
import { MomentField } from '@/features/desk/MomentField';
import { setup as words } from '@/lib/text/setup';
import type { PoolForm } from './setup-form';

export interface PoolEditorProps {
  pool: PoolForm;
  /** Its place, from 0: the first is for everybody. */
  place: number;
  /** Errors by field, as the server names them. */
  wrong: Record<string, string>;
  onChange: (change: Partial<PoolForm>) => void;
  onDrop: (() => void) | null;
}

/** One kind of seats: for whom, how many, and how one gets in. */
export function PoolEditor({ pool, place, wrong, onChange, onDrop }: PoolEditorProps) {
  const special = pool.declaration || pool.approval || pool.invited || pool.asksEnterprise || pool.releasesAt;
  const [open, setOpen] = useState(Boolean(special));
  const at = (field: string) => wrong[`quotas.${place}.${field}`] ?? null;
  return (
    <View className="poolform">
      <View className="poolform__line">
        <View className="grow">
          <InputBox
            label={`${words.poolName} ${place + 1}`}
            value={pool.name}
            placeholder={words.poolNameHint}
            maxlength={20}
            onChange={(name) => onChange({ name })}
          />
        </View>
        <InputBox
          short
          kind="number"
          label={`${words.capacity} ${place + 1}`}
          value={pool.capacity}
          placeholder={words.capacity}
          maxlength={6}
          onChange={(capacity) => onChange({ capacity })}
        />
        <Act onTap={() => setOpen(!open)} checked={open}>
          {open ? words.less : words.more}
        </Act>
        {onDrop && <Act icon="close" label={words.dropPool} className="poolform__drop" onTap={onDrop} />}
      </View>
      {[at('name'), at('capacity')]
        .filter((line): line is string => line !== null)
        .map((line) => (
          <View key={line} className="field__error" role="alert">
            {line}
          </View>
        ))}
      {open && <PoolMore pool={pool} place={place} at={at} onChange={onChange} />}
    </View>
  );
}

interface PoolMoreProps extends Pick<PoolEditorProps, 'pool' | 'place' | 'onChange'> {
  at: (field: string) => string | null;
}

function PoolMore({ pool, place, at, onChange }: PoolMoreProps) {
  return (
    <View className="poolform__more">
      <InputRow
        label={words.declaration}
        error={at('declaration')}
        value={pool.declaration}
        placeholder={words.declarationHint}
        onChange={(declaration) => onChange({ declaration })}
      />
      <Switch on={pool.approval} label={words.approval} onChange={(approval) => onChange({ approval })} />
      <Switch on={pool.invited} label={words.invited} onChange={(invited) => onChange({ invited })} />
      <Switch
        on={pool.asksEnterprise}
        label={words.asksEnterprise}
        onChange={(asksEnterprise) => onChange({ asksEnterprise })}
      />
      {pool.asksEnterprise && (
        <InputRow
          label={words.perEnterprise}
          error={at('perEnterprise')}
          short
          kind="number"
          value={pool.perEnterprise}
          placeholder={words.noLimit}
          maxlength={4}
          onChange={(perEnterprise) => onChange({ perEnterprise })}
        />
      )}
      {place > 0 && (
        <FormRow label={words.releases} error={at('releasesAt')}>
          <MomentField
            label={words.releases}
            value={pool.releasesAt}
            none={words.never}
            onChange={(releasesAt) => onChange({ releasesAt })}
          />
        </FormRow>
      )}
    </View>
  );
}
