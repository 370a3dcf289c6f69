import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';
import { Segmented } from '@/components/Segmented';
import { Skeleton } from '@/components/Skeleton';
import { PlaceLine } from '@/features/places/PlaceLine';
import { PlaceSheet } from '@/features/places/PlaceSheet';
import { usePlace } from '@/features/places/place';
import { CARD_PX } from '@/features/sessions/EventCard';
import { type Filters, NO_FILTERS, narrowings } from '@/features/sessions/filters';
import { SessionMap } from '@/features/sessions/SessionMap';
import { useAnnounced, useSessions, useSought } from '@/features/sessions/useDiscover';
import { useSummary } from '@/features/sessions/useSummary';
import { Tabs } from '@/features/tabs/Tabs';
import { classes } from '@/lib/classes';
import { finding } from '@/lib/text/finding';
import { resident } from '@/lib/text/resident';
import { takeOver } from '@/platform/first-view';
import { Cards } from './Cards';
import { FilterChips } from './FilterChips';
import { FilterSheet } from './FilterSheet';
import { FoundLine } from './FoundLine';
import { ListState } from './ListState';
import { Nothing } from './Nothing';
import './discover.scss';

type Look = 'list' | 'map';

/** 找活动: what is on, near a place, and what will be; as a list or as a map. */
export default function DiscoverPage() {
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [look, setLook] = useState<Look>('list');
  const [sheet, setSheet] = useState<'place' | 'filter' | null>(null);
  const dated = useSessions(filters);
  const summary = useSummary(useSought(filters));
  const undated = useAnnounced(filters);
  const place = usePlace((state) => state.place);
  const set = (change: Partial<Filters>) => setFilters((before) => ({ ...before, ...change }));
  const use = (wanted: Filters) => {
    setFilters(wanted);
    setSheet(null);
  };
  const narrowed = narrowings(filters);
  // What has no day yet has no room, form or way in to be found by.
  const withUndated = narrowed.every((key) => key === 'q' || key === 'organizer');
  const here = dated.isSuccess;
  const empty = here && dated.sessions.length === 0;
  // Both lists are looked through before it is said that there is nothing.
  const undatedOnly = empty && withUndated && undated.events.length > 0;
  const waiting = empty && withUndated && undated.isPending;
  const asMap = look === 'map' && here && !empty;

  useEffect(takeOver, []);

  // Seats change while one looks elsewhere.
  useDidShow(() => {
    if (dated.isStale) void dated.refetch();
  });

  return (
    <Page foot="tabs" className={classes(asMap && 'page--map')}>
      <View className="where">
        <PlaceLine onTap={() => setSheet('place')} />
        <Segmented
          label={finding.how}
          options={[
            { key: 'list', text: finding.list },
            { key: 'map', text: finding.map },
          ]}
          on={look}
          onPick={setLook}
        />
      </View>
      <SearchField value={filters.q} placeholder={resident.discover.search} onChange={(q) => set({ q })} />
      <FilterChips filters={filters} onChange={set} onSheet={() => setSheet('filter')} />
      {!asMap && narrowed.length > 0 && (
        <FoundLine unit={filters.organizer} summary={summary} undatedOnly={undatedOnly} />
      )}
      <ListState list={dated} />
      {waiting && <Skeleton cards={2} height={CARD_PX} />}
      {empty && !undatedOnly && !waiting && <Nothing filters={filters} onUse={use} />}
      {asMap && (
        <SessionMap
          key={JSON.stringify([filters, place])}
          list={dated}
          total={summary.data && !summary.isPlaceholderData ? summary.data.total : null}
        />
      )}
      {here && !asMap && (
        <Cards key={JSON.stringify([filters, place])} dated={dated} undated={withUndated ? undated : null} />
      )}
      <Tabs on="discover" />
      {sheet === 'place' && <PlaceSheet onClose={() => setSheet(null)} />}
      {sheet === 'filter' && <FilterSheet filters={filters} onUse={use} onClose={() => setSheet(null)} />}
    </Page>
  );
}
