import type { DeskEventDetail } from '@openday/shared/desk-events';
import { useQuery } from '@tanstack/react-query';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';
import type { EventForm } from './event-form';

/** Whether the event, as it is being edited, has to be handed in by whoever looks at it. */
export function useNeedsApproval(detail: DeskEventDetail | null, form: EventForm): boolean {
  const account = useAccount();
  const { units } = useMyUnits();
  const programmes = useQuery({
    queryKey: ['programmes', account?.id, 'joinable'],
    queryFn: ({ signal }) => api('GET /programmes', { query: { joinable: true }, signal }),
  });
  const programme = programmes.data?.items.find(({ id }) => id === form.programmeId);
  const unit = form.organizerId ?? account?.organizer?.id;
  // A unit above publishes what is below it without asking anybody.
  const above = detail ? detail.mayApprove : unit !== account?.organizer?.id;
  const root = units.find(({ id }) => id === unit)?.parentId === null;
  return Boolean(programme?.approves) && !above && !root;
}
