import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { Slot } from '@/features/sessions/StateSlot';
import { api } from '@/lib/api';
import { eventWords as words } from '@/lib/text/event';
import { resident } from '@/lib/text/resident';

/** 已结束: how many came, what was said, what was answered; each only where it is known. */
export function Ended({ session, mine }: { session: SessionDetail; mine: Registration | null }) {
  const came = useCame(session);
  const said = useSaid(session);
  const figures = [
    ...(came === null ? [] : [[came, words.figures.came] as const]),
    ...(said
      ? [[said.received, words.figures.received] as const, [said.answered, words.figures.answered] as const]
      : []),
  ];
  const known = figures.length > 0;
  return (
    <Slot
      line={mine?.status === 'confirmed' ? words.endedMine : resident.slot.ended}
      sub={known ? undefined : resident.slot.endedSub}
    >
      {known && (
        <View className="figures">
          {figures.map(([n, unit]) => (
            <View key={unit} className="figures__one">
              <Text className="count__n">{n}</Text>
              <View className="cell__sub">{unit}</View>
            </View>
          ))}
        </View>
      )}
    </Slot>
  );
}

/** What was said about it and answered; null while nobody said anything, or it is not known. */
function useSaid({ eventId: id }: SessionDetail) {
  const { data } = useQuery({
    queryKey: ['answers', id],
    queryFn: ({ signal }) => api('GET /events/:id/answers', { params: { id }, signal }),
    staleTime: 60_000,
  });
  return data && data.received > 0 ? data : null;
}

/** People who came, as the list of what is over has it. */
function useCame({ id, organizer, startsAt }: SessionDetail): number | null {
  const to = new Date(Date.parse(startsAt) + 1000).toISOString();
  const query = { past: true, organizer: organizer.id, from: startsAt, to };
  const found = useQuery({
    queryKey: ['sessions', 'past', id],
    queryFn: ({ signal }) => api('GET /sessions', { query, signal }),
  });
  return found.data?.items.find((each) => each.id === id)?.outcome?.came ?? null;
}
