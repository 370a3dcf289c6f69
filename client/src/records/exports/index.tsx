import { momentText } from '@openday/shared/dates';
import type { ExportJob } from '@openday/shared/exports';
import { useMutation, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { ExportSheet } from '@/features/exports/ExportSheet';
import { api } from '@/lib/api';
import { download } from '@/lib/api.download';
import { serverNow } from '@/lib/clock';
import { sayFailure } from '@/lib/say';
import { exportWords as words } from '@/lib/text/exports';
import { useAccount } from '@/lib/tokens';
import { useInSight } from '@/lib/useInSight';
import { keepFile } from '@/platform/keep-file';
import './exports.scss';

const LISTS = [
  'sessions',
  'attendance',
  'events',
  'imports',
  'suggestions',
  'publications',
  'closings',
  'satisfaction',
  'papers',
  'calls',
  'restrictions',
  'topics',
  'programmes',
  'organizers',
  'members',
  'venues',
  'slots',
  'sites',
] as const;
const LIVE_MS = 1_500;

/** The long files with how far they are, where one is led to when one is asked for; and every list. */
export default function ExportsPage() {
  return (
    <Desk on="exports" title={words.title} sub={words.sub}>
      {() => (
        <>
          <Jobs />
          <Lists />
        </>
      )}
    </Desk>
  );
}

function Lists() {
  const [kind, setKind] = useState<(typeof LISTS)[number] | null>(null);
  return (
    <>
      <View className="sec">{words.fresh}</View>
      <Group>
        {LISTS.map((one, i) => (
          <Cell key={one} className={i ? 'rule' : undefined} sub={words.kindSub[one]} onTap={() => setKind(one)}>
            {words.kind[one]}
          </Cell>
        ))}
      </Group>
      {kind && <ExportSheet asked={{ kind }} onClose={() => setKind(null)} />}
    </>
  );
}

function Jobs() {
  const account = useAccount();
  const inSight = useInSight();
  const jobs = useQuery({
    queryKey: ['exports', account?.id],
    queryFn: ({ signal }) => api('GET /exports', { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => inSight && (state.data?.items.some(isGoing) ?? false) && LIVE_MS,
  });
  if (jobs.isPending) return <Skeleton cards={2} />;
  if (jobs.isError && !jobs.data) return <Failed failure={jobs.error} onAgain={() => void jobs.refetch()} />;
  if (jobs.data.items.length === 0) return null;
  return (
    <>
      <View className="sec sec--first">{words.made}</View>
      {jobs.isError && (
        <Notice kind="bad" icon="offline">
          {jobs.error.message}
        </Notice>
      )}
      <Group>
        {jobs.data.items.map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </Group>
    </>
  );
}

const isGoing = ({ state }: ExportJob): boolean => state === 'waiting' || state === 'running';

function Job({ job }: { job: ExportJob }) {
  const { id, name, state, done, total, goneAt } = job;
  const file = useMutation({
    mutationFn: async () => keepFile(await download('GET /exports/:id/file', { params: { id } }), name),
    onError: sayFailure,
  });
  const share = total ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  const progress = { role: 'progressbar', 'aria-valuenow': share, 'aria-label': words.percent(done, total) };
  return (
    <View className="made">
      <View className="grow">
        <View className="made__name">{name}</View>
        <View className="small dim">
          {state === 'running' && words.progress(done, total)}
          {state === 'done' && `${words.rows(total)} · ${words.gone(momentText(goneAt, serverNow()))}`}
          {(state === 'waiting' || state === 'failed') && words.state[state]}
        </View>
        {isGoing(job) && (
          <View className="made__bar" {...progress}>
            <View className="made__done" style={{ width: `${share}%` }} />
          </View>
        )}
      </View>
      {state === 'done' && (
        <Button
          kind="white"
          icon="download"
          busy={file.isPending}
          label={`${words.download} ${name}`}
          onTap={() => file.mutate()}
        >
          {words.download}
        </Button>
      )}
    </View>
  );
}
