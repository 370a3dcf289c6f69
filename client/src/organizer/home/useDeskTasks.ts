import type { DeskTask } from '@openday/shared/board';
import { dayOf, dayText, momentText } from '@openday/shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { editorUrls } from '@/features/desk/editor-places';
import { DESK_PLACES, doorDeskUrl, PUBLICATIONS_URL, sessionUrl, suggestionsUrl } from '@/features/desk/places';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { boardText } from '@/lib/text/board';
import { useAccount } from '@/lib/tokens';

const { tasks: words } = boardText;
const DAY_MS = 86_400_000;

/** Something to do, by when, and where. */
export interface Task {
  key: string;
  /** The day it is due; null = whenever there is time. */
  due: string | null;
  title: string;
  why: string;
  go: string;
  url: string;
}

/** What waits for this desk, soonest due first; null until it is known. `failure`: it may be more than this. */
export function useDeskTasks(): { tasks: Task[] | null; failure: Error | null; again: () => void } {
  const account = useAccount();
  const asked = useQuery({
    queryKey: ['desk-tasks', account?.id],
    queryFn: ({ signal }) => api('GET /desk/tasks', { signal }),
    refetchInterval: 60_000,
  });
  useDidShow(() => void asked.refetch());
  const { data, isPending, error } = asked;
  const tasks = isPending ? null : (data?.items.map(taskOf) ?? []);
  return { tasks, failure: error, again: () => void asked.refetch() };
}

/** `今天`, `9月14日`, 过期了. */
export function dueWords(due: string): { words: string; pressing: boolean } {
  const today = dayOf(serverNow());
  if (due < today) return { words: words.overdue, pressing: true };
  if (due === today) return { words: words.dueToday, pressing: true };
  return { words: dayText(`${due}T04:00:00.000Z`, serverNow()).split(' ')[0] ?? due, pressing: false };
}

function taskOf(task: DeskTask): Task {
  const { kind, due, count, session, at } = task;
  const key = [kind, session?.id ?? due].join(' ');
  const when = session ? momentText(session.startsAt, serverNow()) : '';
  const facts = (...more: (string | null)[]) => [session?.theme, when, ...more].filter(Boolean).join(' · ');
  switch (kind) {
    case 'doorStaff': {
      const isTomorrow = session !== null && dayOf(session.startsAt) === dayOf(serverNow() + DAY_MS);
      const registered = session?.registered != null ? words.registered(session.registered) : null;
      const url = doorDeskUrl(session?.id ?? '');
      return { key, due, title: words.doorStaff(isTomorrow), why: facts(registered), go: words.goStaff, url };
    }
    case 'approvals':
      return { key, due, title: words.approvals(count), why: facts(), go: words.goApprovals, url: urlOf(task) };
    case 'draw':
      return { key, due, title: words.draw, why: facts(), go: words.goDraw, url: urlOf(task) };
    case 'eventApprovals':
      return {
        key,
        due,
        title: words.events(count),
        why: words.eventsWhy,
        go: words.goEvents,
        url: editorUrls.toApprove,
      };
    case 'sentBack':
      return {
        ...{ key, due, title: words.sentBack(count), why: words.sentBackWhy },
        ...{ go: words.goSentBack, url: editorUrls.drafts },
      };
    case 'newSuggestions':
    case 'suggestions': {
      const fresh = kind === 'newSuggestions';
      const title = fresh ? words.newSuggestions(count) : words.suggestions(count);
      const why = at ? words.before(momentText(at, serverNow())) : '';
      const go = fresh ? words.goTake : words.goSuggestions;
      return { key, due, title, why, go, url: suggestionsUrl(fresh ? 'new' : 'working') };
    }
    case 'publications':
      return {
        ...{ key, due, title: words.publications(count), why: words.publicationsWhy },
        ...{ go: words.goPublications, url: PUBLICATIONS_URL },
      };
    case 'closing': {
      const url = DESK_PLACES.find((place) => place.key === 'closing')?.url ?? urlOf(task);
      return { key, due, title: words.closing(count), why: words.closingWhy, go: words.goClosing, url };
    }
  }
}

const urlOf = ({ session }: DeskTask): string => sessionUrl(session?.id ?? '');
