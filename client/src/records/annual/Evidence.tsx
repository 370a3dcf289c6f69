import type { AnnualEvidence, AnnualFigureKind, AnnualQuery, AnnualReport } from '@openday/shared/annual';
import { dateText } from '@openday/shared/dates';
import { useInfiniteQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { Tap } from '@/components/Tap';
import { sessionUrl } from '@/features/desk/places';
import { api } from '@/lib/api';
import { open } from '@/lib/routes';
import { annual as words } from '@/lib/text/annual';
import { useAccount } from '@/lib/tokens';
import { shown } from './shown';

const FIRST = 7;
const NEXT = 50;

interface EvidenceProps {
  report: AnnualReport;
  figure: AnnualFigureKind;
  query: AnnualQuery;
}

/** The rows a figure was added up from, by date. */
export function Evidence({ report, figure, query }: EvidenceProps) {
  const account = useAccount();
  const pages = useInfiniteQuery({
    queryKey: ['annual-evidence', account?.id, query, figure],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api('GET /reports/annual/evidence', {
        query: { ...query, figure, limit: pageParam ? NEXT : FIRST, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const { value, wording, evidence, of } = report.figures.find(({ kind }) => kind === figure)!;
  const unit = words.unit[figure];
  const sum = value === null ? wording : of === null ? `${shown(value)} ${unit}` : words.ofAll(value, of);
  return (
    <View className="group annual__evidence">
      <View className="annual__head">
        <View className="grow strong">{words.sumOf(wording, evidence, words.rows[figure], sum)}</View>
        {figure === 'participants' && (
          <View className="small dim">
            {report.came
              .map(({ source, sessions, people }) => words.bySource(words.source[source], sessions, people))
              .join('，')}
          </View>
        )}
      </View>
      <View className="annual__row annual__row--head">
        <View className="annual__day">{words.evidence.day}</View>
        <View className="grow">{words.evidence.theme}</View>
        <View className="annual__unit">{words.evidence.unit}</View>
        <View className="annual__value">{words.evidence.value}</View>
        <View className="annual__from">{words.evidence.from}</View>
      </View>
      {pages.isPending && <Skeleton cards={2} height={40} />}
      {pages.isError && <Failed failure={pages.error} onAgain={() => void pages.refetch()} />}
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {pages.isSuccess && rows.length === 0 && <View className="annual__row dim">{words.noEvidence}</View>}
      {pages.hasNextPage && (
        <Act onTap={() => void pages.fetchNextPage()}>{words.more(evidence - rows.length, words.rows[figure])}</Act>
      )}
    </View>
  );
}

function Row({ row }: { row: AnnualEvidence }) {
  const { at, theme, unit, value, of, source, estimated, note, sessionId } = row;
  return (
    <View className="annual__row">
      <View className="annual__day">{at ? dateText(at, Date.parse(at)) : ''}</View>
      <View className="grow annual__theme">
        {sessionId ? (
          <Tap role="link" className="link annual__link" onTap={() => open(sessionUrl(sessionId))}>
            {theme}
          </Tap>
        ) : (
          theme || unit
        )}
      </View>
      <View className="annual__unit dim">{unit}</View>
      <View className="annual__value">
        {value === null ? words.noValue : of === null ? shown(value) : words.ofAll(value, of)}
      </View>
      <View className="annual__from">
        {estimated ? (
          <>
            <View className="annual__estimated">{words.source.estimated}</View>
            {` · ${words.reported}`}
          </>
        ) : (
          (source && words.source[source]) || note
        )}
      </View>
    </View>
  );
}
