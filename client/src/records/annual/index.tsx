import type { AnnualFigureKind, AnnualReport } from '@openday/shared/annual';
import { dayOf } from '@openday/shared/dates';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { Tap } from '@/components/Tap';
import { Desk } from '@/features/desk/Desk';
import { api } from '@/lib/api';
import { download } from '@/lib/api.download';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { sayFailure } from '@/lib/say';
import { annual as words } from '@/lib/text/annual';
import { useAccount } from '@/lib/tokens';
import { keepFile } from '@/platform/keep-file';
import { Basis } from './Basis';
import { Before } from './Before';
import { Enter } from './Enter';
import { Evidence } from './Evidence';
import { Months } from './Months';
import './annual.scss';

export interface AnnualAsks {
  year: number;
  programme: Id | null;
}

/** B16: the year in one sentence; every number of it opens the rows it was added up from. */
export default function AnnualPage() {
  const { params } = useRouter<{ year?: string }>();
  const year = Number(params.year ?? dayOf(serverNow()).slice(0, 4));
  const [asks, setAsks] = useState<AnnualAsks>({ year, programme: null });
  return (
    <Desk
      on="annual"
      crumb={words.crumb}
      title={words.title(asks.year)}
      sub={<Sub asks={asks} />}
      acts={<Files asks={asks} />}
    >
      {() => (
        <>
          <Filters asks={asks} onChange={setAsks} />
          <Report asks={asks} />
          <View className="narrow-only annual__files">
            <Files asks={asks} />
          </View>
        </>
      )}
    </Desk>
  );
}

const queryOf = ({ year, programme }: AnnualAsks) => ({ year, ...(programme && { programme }) });

function useAnnual(asks: AnnualAsks) {
  const account = useAccount();
  return useQuery({
    queryKey: ['annual', account?.id, asks],
    queryFn: ({ signal }) => api('GET /reports/annual', { query: queryOf(asks), signal }),
    staleTime: 0,
  });
}

function Sub({ asks }: { asks: AnnualAsks }) {
  const { data } = useAnnual(asks);
  return data ? words.sub(data.figures.some(({ estimated }) => estimated)) : null;
}

function Files({ asks }: { asks: AnnualAsks }) {
  const file = useMutation({
    mutationFn: async (format: 'docx' | 'xlsx') =>
      keepFile(
        await download(`GET /reports/annual.${format}`, { query: queryOf(asks) }),
        `${words.title(asks.year)}.${format}`,
      ),
    onError: sayFailure,
  });
  const busy = (format: 'docx' | 'xlsx') => file.isPending && file.variables === format;
  return (
    <>
      <Button kind="ink" icon="download" busy={busy('xlsx')} onTap={() => file.mutate('xlsx')}>
        {words.excel}
      </Button>
      <Button kind="primary" icon="download" busy={busy('docx')} onTap={() => file.mutate('docx')}>
        {words.word}
      </Button>
    </>
  );
}

function Filters({ asks, onChange }: { asks: AnnualAsks; onChange: (asks: AnnualAsks) => void }) {
  const account = useAccount();
  const { data } = useAnnual(asks);
  const programmes = useQuery({
    queryKey: ['programmes', account?.id],
    queryFn: ({ signal }) => api('GET /programmes', { signal }),
  });
  const years = [...new Set([...(data?.years ?? []), asks.year, asks.year - 1])].sort((a, b) => b - a);
  const titles = programmes.data?.items.filter(({ year }) => year === asks.year) ?? [];
  return (
    <View className="annual__filters">
      <Select
        label={words.year}
        options={years.map((year) => ({ key: String(year), text: words.yearOf(year) }))}
        on={String(asks.year)}
        onPick={(year) => onChange({ year: Number(year), programme: null })}
      />
      {titles.length > 0 && (
        <Select
          label={words.programme}
          options={[
            { key: '', text: words.allProgrammes },
            ...titles.map(({ id, title }) => ({ key: id, text: title })),
          ]}
          on={asks.programme ?? ''}
          onPick={(programme) => onChange({ ...asks, programme: programme || null })}
        />
      )}
    </View>
  );
}

function Report({ asks }: { asks: AnnualAsks }) {
  const found = useAnnual(asks);
  const [figure, setFigure] = useState<AnnualFigureKind>('participants');
  if (found.isPending) return <Skeleton cards={3} height={132} />;
  if (found.isError && !found.data) return <Failed failure={found.error} onAgain={() => void found.refetch()} />;
  const report = found.data;
  const recorded = report.figures.some(({ evidence }) => evidence > 0);
  const pick = (kind: AnnualFigureKind) => setFigure(kind);
  return (
    <>
      {found.isError && (
        <Notice kind="bad" icon="offline">
          {found.error.message}
        </Notice>
      )}
      {recorded ? (
        <>
          <Sentence report={report} on={figure} onPick={pick} />
          <View className="after annual__hint">{words.hint}</View>
          <View className="admit">
            <View className="admit__main">
              <Evidence
                key={`${asks.year}${asks.programme}${figure}`}
                report={report}
                figure={figure}
                query={queryOf(asks)}
              />
            </View>
            <View className="admit__side">
              <Months months={report.months} />
              <Before report={report} />
            </View>
          </View>
          <Basis report={report} onPick={pick} />
        </>
      ) : (
        <Empty icon="doc" title={words.empty} acts={<Enter year={asks.year} />}>
          {words.emptySub}
        </Empty>
      )}
    </>
  );
}

function Sentence({
  report,
  on,
  onPick,
}: {
  report: AnnualReport;
  on: AnnualFigureKind;
  onPick: (kind: AnnualFigureKind) => void;
}) {
  return (
    <View className="group annual__sentence">
      {report.paragraph.map(({ text, figure }) =>
        figure ? (
          <Tap
            key={figure}
            className={classes('annual__figure', figure === on && 'annual__figure--on')}
            label={`${words.figure[figure]}：${text}`}
            checked={figure === on}
            onTap={() => onPick(figure)}
          >
            <Text className="annual__word">{text}</Text>
          </Tap>
        ) : (
          <Text key={text}>{text}</Text>
        ),
      )}
    </View>
  );
}
