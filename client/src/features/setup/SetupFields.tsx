import type { Instant } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { Stepper } from '@/components/Stepper';
import { Switch } from '@/components/Switch';
import { FormRow } from '@/features/desk/FormRow';
import { InputRow } from '@/features/desk/InputRow';
import { MomentField } from '@/features/desk/MomentField';
import { setup as words } from '@/lib/text/setup';
import { PoolEditor } from './PoolEditor';
import { SeatsBar } from './SeatsBar';
import { newPool, type SetupForm, seatsTyped } from './setup-form';
import './setup-fields.scss';

export interface SetupFieldsProps {
  /** People the room holds; null = not stated. */
  room: number | null;
  /** The day other days are chosen near. */
  startsAt?: Instant;
  form: SetupForm;
  /** Errors by field, as the server names them. */
  wrong: Record<string, string>;
  onChange: (change: Partial<SetupForm>) => void;
}

const HOURS = [1, 2, 4, 8, 12, 24, 48, 72];
const MOST_POOLS = 20;

/** 名额: for whom and how many, beside what the room holds. */
export function PoolFields({ room, form, wrong, onChange }: SetupFieldsProps) {
  const { pools } = form;
  const sum = seatsTyped(form);
  const over = room === null ? 0 : (Number(form.ceiling) || sum) - room;
  return (
    <View className="group panel">
      <View className="panel__title">{words.pools}</View>
      <SeatsBar pools={pools} room={room} />
      <View className="formrow__sub">
        {[words.sum(sum), room !== null && words.room(room), pools.length > 1 && words.public]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {over > 0 && <View className="warn">{words.overRoom(over)}</View>}
      {wrong.quotas && (
        <View className="field__error" role="alert">
          {wrong.quotas}
        </View>
      )}
      {pools.map((pool, place) => (
        <PoolEditor
          key={pool.key}
          pool={pool}
          place={place}
          wrong={wrong}
          onChange={(change) =>
            onChange({ pools: pools.map((each, at) => (at === place ? { ...each, ...change } : each)) })
          }
          onDrop={pools.length > 1 ? () => onChange({ pools: pools.filter((_, at) => at !== place) }) : null}
        />
      ))}
      {pools.length < MOST_POOLS && (
        <Act icon="plus" className="panel__act" onTap={() => onChange({ pools: [...pools, newPool()] })}>
          {words.addPool}
        </Act>
      )}
      {pools.length > 1 && (
        <InputRow
          label={words.ceiling}
          sub={words.ceilingSub}
          error={wrong.ceiling}
          short
          kind="number"
          value={form.ceiling}
          placeholder={String(sum)}
          maxlength={6}
          onChange={(ceiling) => onChange({ ceiling })}
        />
      )}
    </View>
  );
}

/** 一起来: how many at once, and what is asked about them. */
export function PartyRules({ form, wrong, onChange }: SetupFieldsProps) {
  return (
    <View className="group panel">
      <View className="panel__title">{words.party}</View>
      <FormRow label={words.partyMax} error={wrong.partyMax}>
        <Stepper value={form.partyMax} min={1} max={50} onChange={(partyMax) => onChange({ partyMax })} />
      </FormRow>
      <FormRow label={words.companions}>
        <Segmented
          label={words.companions}
          options={[
            { key: 'counted', text: words.counted },
            { key: 'named', text: words.named },
          ]}
          on={form.companions}
          onPick={(companions) => onChange({ companions })}
        />
      </FormRow>
      <Switch on={form.asksChildren} label={words.children} onChange={(asksChildren) => onChange({ asksChildren })} />
    </View>
  );
}

/** 报名时间, and how long who comes up has to answer. */
export function TimeRules({ startsAt, form, wrong, onChange }: SetupFieldsProps) {
  return (
    <View className="group panel">
      <View className="panel__title">{words.times}</View>
      <FormRow label={words.opens} error={wrong.opensAt}>
        <MomentField
          label={words.opens}
          value={form.opensAt}
          none={words.now}
          onChange={(opensAt) => onChange({ opensAt })}
        />
      </FormRow>
      <FormRow label={words.closes} error={wrong.closesAt}>
        <MomentField
          label={words.closes}
          value={form.closesAt}
          none={words.atStart}
          near={startsAt}
          onChange={(closesAt) => onChange({ closesAt })}
        />
      </FormRow>
      <FormRow label={words.cancels} error={wrong.cancelsUntil}>
        <MomentField
          label={words.cancels}
          value={form.cancelsUntil}
          none={words.atStart}
          near={startsAt}
          onChange={(cancelsUntil) => onChange({ cancelsUntil })}
        />
      </FormRow>
      <FormRow label={words.confirmHours} sub={words.confirmSub} error={wrong.confirmHours}>
        <Select
          label={words.confirmHours}
          options={[
            { key: '0', text: words.atOnce },
            ...HOURS.map((hours) => ({ key: String(hours), text: words.hours(hours) })),
          ]}
          on={String(form.confirmHours ?? 0)}
          onPick={(hours) => onChange({ confirmHours: Number(hours) || null })}
        />
      </FormRow>
    </View>
  );
}

/** 抽签: when, and which public number. */
export function DrawRules({ startsAt, form, wrong, onChange }: SetupFieldsProps) {
  return (
    <View className="group panel">
      <View className="panel__title">{words.draw}</View>
      <FormRow label={words.draws} error={wrong.draw ?? wrong['draw.drawsAt']}>
        <MomentField
          label={words.draws}
          value={form.drawsAt}
          near={form.closesAt ?? startsAt}
          onChange={(drawsAt) => onChange({ drawsAt })}
        />
      </FormRow>
      <InputRow
        label={words.source}
        sub={words.sourceSub}
        error={wrong['draw.publicSource']}
        value={form.publicSource}
        placeholder={words.sourceHint}
        onChange={(publicSource) => onChange({ publicSource })}
      />
    </View>
  );
}
