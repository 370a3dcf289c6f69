import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Chip } from '@/components/Chip';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';
import { SignInSheet } from '@/features/accounts/SignInSheet';
import { PlaceLine } from '@/features/places/PlaceLine';
import { PlaceSheet } from '@/features/places/PlaceSheet';
import { usePlace } from '@/features/places/place';
import { type Filters, NO_FILTERS, useAnnounced, useSessions } from '@/features/sessions/useDiscover';
import { Tabs } from '@/features/tabs/Tabs';
import { FORM_WORDS } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';
import { Cards } from './Cards';
import { FormSheet } from './FormSheet';
import { ListState } from './ListState';

const { discover: words } = resident;

/** 找活动: what is on, near a place, and what will be. */
export default function DiscoverPage() {
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [sheet, setSheet] = useState<'place' | 'form' | null>(null);
  const dated = useSessions(filters);
  const undated = useAnnounced(filters);
  const set = (change: Partial<Filters>) => setFilters((before) => ({ ...before, ...change }));
  const place = usePlace((state) => state.place);
  const narrowed = filters.open || filters.weekend || filters.form !== null;

  // Seats change while one looks elsewhere.
  useDidShow(() => {
    if (dated.isStale) void dated.refetch();
  });

  return (
    <Page foot="tabs">
      <PlaceLine onTap={() => setSheet('place')} />
      <SearchField value={filters.q} placeholder={words.search} onChange={(q) => set({ q })} />
      <View className="chips">
        <Chip on={filters.open} onTap={() => set({ open: !filters.open })}>
          {words.open}
        </Chip>
        <Chip on={filters.weekend} onTap={() => set({ weekend: !filters.weekend })}>
          {words.weekend}
        </Chip>
        <Chip on={filters.form !== null} onTap={() => setSheet('form')}>
          {filters.form ? FORM_WORDS[filters.form] : words.form}
        </Chip>
      </View>
      <ListState list={dated} filtered={filters !== NO_FILTERS} onAll={() => setFilters(NO_FILTERS)} />
      {!dated.isPending && !dated.isError && (
        <Cards key={JSON.stringify([filters, place])} dated={dated} undated={narrowed ? null : undated} />
      )}
      <Tabs on="discover" />
      {sheet === 'place' && <PlaceSheet onClose={() => setSheet(null)} />}
      {sheet === 'form' && (
        <FormSheet on={filters.form} onPick={(form) => set({ form })} onClose={() => setSheet(null)} />
      )}
      <SignInSheet />
    </Page>
  );
}
