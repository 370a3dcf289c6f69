import { momentText } from '@openday/shared/dates';
import type { Webhook, WebhookDelivery } from '@openday/shared/webhooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Notice } from '@/components/Notice';
import { Tag } from '@/components/Tag';
import { MayAct } from '@/features/desk/MayAct';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { serverNow } from '@/lib/clock';
import { outgoing } from '@/lib/text/outward';

const { sites: words } = outgoing;
const TAGS = { waiting: 'warn', delivered: 'ok', failed: 'bad' } as const;

/** One site: paused or not, and what it was told last. */
export function Site({ site }: { site: Webhook }) {
  const client = useQueryClient();
  const params = { id: site.id };
  const change = useMutation({
    mutationFn: async (what: 'pause' | 'resume' | 'remove') => {
      if (what === 'remove') await api('DELETE /webhooks/:id', { params });
      else await api('PATCH /webhooks/:id', { params, body: { paused: what === 'pause' } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const remove = async () => {
    const question = { title: words.removeAsk, content: words.removeSub, yes: words.removeYes, no: words.removeNo };
    if (await ask(question)) change.mutate('remove');
  };
  return (
    <View className="group panel">
      <View className="sites__url">{site.url}</View>
      <View className="formrow__sub">{site.organizer.name}</View>
      {site.paused && <Tag kind="warn">{words.paused}</Tag>}
      {change.error && <Notice kind="bad">{change.error.message}</Notice>}
      <MayAct>
        <View className="sites__acts">
          <Act onTap={() => change.mutate(site.paused ? 'resume' : 'pause')}>
            {site.paused ? words.resume : words.pause}
          </Act>
          <Act onTap={() => void remove()}>{words.remove}</Act>
        </View>
      </MayAct>
      <View className="strong">{words.deliveries}</View>
      {site.deliveries.length === 0 && <View className="formrow__sub">{words.noDeliveries}</View>}
      {site.deliveries.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} />
      ))}
    </View>
  );
}

function Delivery({ delivery }: { delivery: WebhookDelivery }) {
  const { event, state, tries, problem, createdAt } = delivery;
  return (
    <Cell
      sub={[momentText(createdAt, serverNow()), words.tries(tries), problem].filter(Boolean).join(' · ')}
      control={<Tag kind={TAGS[state]}>{words.states[state]}</Tag>}
    >
      {words.events[event]}
    </Cell>
  );
}
