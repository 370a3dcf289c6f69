import { rangeText } from '@openday/shared/dates';
import type { PaperBatch, QuestionnaireResults } from '@openday/shared/questionnaires';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { ExportButton } from '@/features/exports/ExportButton';
import { serverNow } from '@/lib/clock';
import { closingReport } from '@/lib/text/closing-report';
import { BatchSheet } from './BatchSheet';
import { Results } from './Results';
import type { Draft } from './tally';
import { type Papers, usePapers } from './usePapers';
import './papers.scss';

const { papers: words } = closingReport;
const ALL = 'all';

/** What questionnaires say, online and on paper, and entering the paper ones. */
export default function PapersPage() {
  const { params } = useRouter<{ id?: string; session?: string }>();
  const [session, setSession] = useState<Id | null>(params.session ?? null);
  const papers = usePapers(params.id ?? '', session);
  const { data } = papers.found;
  const event = data?.event;
  const files = event && (
    <>
      <ExportButton asked={{ kind: 'satisfaction', event: event.id }} text={words.resultsFile} />
      <ExportButton asked={{ kind: 'papers', event: event.id }} text={words.batchesFile} />
    </>
  );
  return (
    <Desk on="closing" title={words.title} sub={event?.theme ?? words.sub} crumb={event?.organizer.name} acts={files}>
      {() => (
        <>
          <Body papers={papers} onSession={setSession} />
          <View className="narrow-only results__files">{files}</View>
        </>
      )}
    </Desk>
  );
}

function Body({ papers, onSession }: { papers: Papers; onSession: (session: Id | null) => void }) {
  const { data, isPending, error, refetch } = papers.found;
  if (isPending) return <Skeleton cards={3} height={120} />;
  if (!data) return <Failed failure={error ?? new Error(words.title)} onAgain={() => void refetch()} />;
  return (
    <>
      {data.sessions.length > 1 && <Sessions results={data} onSession={onSession} />}
      <Results results={data} />
      <Batches results={data} papers={papers} />
    </>
  );
}

function Sessions({ results, onSession }: { results: QuestionnaireResults; onSession: (id: Id | null) => void }) {
  const now = serverNow();
  const each = results.sessions.map(({ id, startsAt, endsAt }) => ({
    key: id,
    text: rangeText(startsAt, endsAt, now),
  }));
  return (
    <View className="results__pick">
      <Select
        label={words.all}
        options={[{ key: ALL, text: words.all }, ...each]}
        on={results.sessionId ?? ALL}
        onPick={(key) => onSession(key === ALL ? null : key)}
      />
    </View>
  );
}

function Batches({ results: { batches }, papers }: { results: QuestionnaireResults; papers: Papers }) {
  const [open, setOpen] = useState<PaperBatch | 'new' | null>(null);
  const [begun] = useState(() => new Map<Id, Draft>());
  return (
    <>
      <Group head={words.batches}>
        {batches.map((batch) => (
          <Cell
            key={batch.id}
            className="rule"
            icon="doc"
            sub={batch.tallies ? undefined : words.untallied}
            value={words.batch(batch.handedOut, batch.returned)}
            onTap={() => setOpen(batch)}
          >
            {batch.place}
          </Cell>
        ))}
        {batches.length === 0 && <View className="results__none">{words.noBatches}</View>}
      </Group>
      <Button kind="primary" icon="plus" className="results__add" onTap={() => setOpen('new')}>
        {words.add}
      </Button>
      {open && (
        <BatchSheet batch={open === 'new' ? null : open} papers={papers} begun={begun} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
