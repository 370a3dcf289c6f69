import { dateText, instantOf } from '@openday/shared/dates';
import type { DeskVenue } from '@openday/shared/places';
import type { SlotPlan } from '@openday/shared/slots';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Notice } from '@/components/Notice';
import { Tag } from '@/components/Tag';
import { MayAct } from '@/features/desk/MayAct';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { say } from '@/lib/say';
import { editor } from '@/lib/text/editor';
import { outgoing } from '@/lib/text/outward';
import { useAccount } from '@/lib/tokens';
import { NewSlots } from './NewSlots';

const { slots: words } = outgoing;

/** 固定开放: the days and hours a place takes visits, weeks ahead by itself. */
export function SlotPanel({ venue }: { venue: DeskVenue }) {
  const account = useAccount();
  const [making, setMaking] = useState(false);
  const plans = useQuery({
    queryKey: ['slotPlans', account?.id],
    queryFn: ({ signal }) => api('GET /slot-plans', { signal }),
  });
  const items = plans.data?.items.filter(({ venueId }) => venueId === venue.id) ?? [];
  return (
    <View className="group panel">
      <View className="panel__title">{words.title}</View>
      <View className="formrow__sub">{words.sub}</View>
      {plans.isError && <Notice kind="bad">{plans.error.message}</Notice>}
      {items.map((plan) => (
        <Plan key={plan.id} plan={plan} />
      ))}
      {making ? (
        <NewSlots venue={venue} onDone={() => setMaking(false)} />
      ) : (
        <MayAct>
          <Act icon="plus" className="panel__act" onTap={() => setMaking(true)}>
            {words.make}
          </Act>
        </MayAct>
      )}
    </View>
  );
}

function Plan({ plan }: { plan: SlotPlan }) {
  const client = useQueryClient();
  const params = { id: plan.id };
  const refresh = () => client.invalidateQueries();
  const make = useMutation({
    mutationFn: () => api('POST /slot-plans/:id/make', { params }),
    onSuccess: async ({ made }) => {
      say(words.made(made));
      await refresh();
    },
  });
  const change = useMutation({
    mutationFn: (paused: boolean) => api('PATCH /slot-plans/:id', { params, body: { paused } }),
    onSuccess: refresh,
  });
  const failure = make.error ?? change.error;
  const days = plan.weekdays.map((day) => editor.repeat.weekdays[day - 1]).join('、');
  return (
    <View className="slotplan">
      <View className="strong">{plan.theme}</View>
      <View>{`${days} ${plan.opens}–${plan.ends}`}</View>
      <View className="formrow__sub">
        {[
          words.each(plan.minutes, plan.seats),
          plan.skipsHolidays && words.closedOnHolidays,
          plan.madeUntil && words.until(dateText(instantOf(plan.madeUntil, '12:00'), serverNow())),
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {plan.paused && <Tag kind="warn">{words.paused}</Tag>}
      {failure && <Notice kind="bad">{failure.message}</Notice>}
      <MayAct>
        <View className="slotplan__acts">
          {!plan.paused && <Act onTap={() => make.mutate()}>{words.makeNow}</Act>}
          <Act onTap={() => change.mutate(!plan.paused)}>{plan.paused ? words.resume : words.pause}</Act>
        </View>
      </MayAct>
    </View>
  );
}
