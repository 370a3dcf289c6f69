import type { PlanImport, PlanRow } from '@openday/shared/plans';
import type { NewQuota } from '@openday/shared/sessions';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { decide, decideAnew } from '@/features/plans/row-saver';
import { deciding } from '@/lib/text/deciding';
import { HINT } from '@/platform/weapp-only';

const { headcount: words, steps } = deciding;
const MOST_POOLS = 20;

interface Pool {
  name: string;
  seats: string;
}

/** Seats set apart for kinds of people: what the sheet says is proposed, and decided only when confirmed. */
export function Pools({ plan, row, onOne }: { plan: PlanImport; row: PlanRow; onOne: () => void }) {
  const { decided, parsed } = row;
  const [pools, setPools] = useState<Pool[]>(() => poolsOf(row));
  const change = (place: number, part: Partial<Pool>) =>
    setPools(pools.map((pool, index) => (index === place ? { ...pool, ...part } : pool)));
  const quotas = pools.map(({ name, seats }): NewQuota => ({ name: name.trim(), capacity: Number(seats) }));
  const good = quotas.every(({ name, capacity }) => name !== '' && Number.isInteger(capacity) && capacity <= 100_000);
  const given = pools.every(({ seats }) => seats !== '');
  const changed = JSON.stringify(quotas) !== JSON.stringify(decided.quotas);
  const sum = quotas.reduce((all, { capacity }) => all + (capacity || 0), 0);
  const one = () => {
    const { quotas: _, ...rest } = decided;
    const capacity = rest.capacity ?? (sum > 0 ? sum : undefined);
    decideAnew(plan.id, row, { ...rest, ...(capacity && { capacity }) }, steps.onePool);
    onOne();
  };
  return (
    <View className="ctl">
      <View className="ctl__label">{words.pools}</View>
      {parsed.groups.length > 0 && !decided.quotas && (
        <View className="pick__note">{words.groups(parsed.groups.length)}</View>
      )}
      {pools.map(({ name, seats }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pool has no name yet while it is typed
        <View key={place} className="poolrow">
          <Input
            className="inp pools__name"
            value={name}
            maxlength={20}
            placeholder={words.pool}
            {...HINT}
            aria-label={words.poolNo(place + 1)}
            onInput={(event) => change(place, { name: event.detail.value })}
          />
          <Input
            className="inp pools__seats"
            type="number"
            value={seats}
            maxlength={6}
            placeholder={words.poolSeats}
            {...HINT}
            aria-label={words.seatsNo(place + 1)}
            onInput={(event) => change(place, { seats: event.detail.value })}
          />
          <Act
            icon="close"
            label={words.removePool(name)}
            disabled={pools.length === 1}
            onTap={() => setPools(pools.filter((_, index) => index !== place))}
          />
        </View>
      ))}
      <View className="row">
        {pools.length < MOST_POOLS && (
          <Act icon="plus" className="pools__act" onTap={() => setPools([...pools, { name: '', seats: '' }])}>
            {words.addPool}
          </Act>
        )}
        <Act className="pools__act" onTap={one}>
          {words.onePool}
        </Act>
      </View>
      <View className="pick__note">{words.firstPool}</View>
      {!good && <View className="field__error">{words.poolBad}</View>}
      {changed && (
        <Button
          kind="soft"
          className="times__go"
          off={!good || !given}
          onTap={() => decide(plan.id, [row], { quotas }, steps.pools)}
        >
          {words.confirmPools(sum)}
        </Button>
      )}
    </View>
  );
}

function poolsOf({ decided, parsed }: PlanRow): Pool[] {
  if (decided.quotas) return decided.quotas.map(({ name, capacity }) => ({ name, seats: String(capacity) }));
  if (parsed.groups.length > 0) return parsed.groups.map(({ name, seats }) => ({ name, seats: String(seats) }));
  return [{ name: words.resident, seats: String(decided.capacity ?? parsed.headcount?.max ?? '') }];
}
