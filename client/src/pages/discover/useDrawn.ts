import type { AnnouncedCard } from '@openday/shared/events';
import type { SessionCard } from '@openday/shared/sessions';
import Taro, { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { useAnnounced, useSessions } from '@/features/sessions/useDiscover';

/** WeChat wants fewer than 1000 nodes on a page, and a card has about twenty. */
const DRAWN = 40;

interface Drawn {
  sessions: SessionCard[];
  /** After the last dated one. */
  events: AnnouncedCard[];
  busy: boolean;
  /** Goes on: adds while there is room, then takes the place of what stands; null at the end. */
  more: (() => void) | null;
  /** Goes back; null at the beginning. */
  before: (() => void) | null;
}

/** The part of both lists, one after the other, that is drawn. Scrolling to the end adds as long as there is room. */
export function useDrawn(
  dated: ReturnType<typeof useSessions>,
  undated: ReturnType<typeof useAnnounced> | null,
): Drawn {
  const [from, setFrom] = useState(0);
  const list = dated.hasNextPage ? dated : undated;
  const events = dated.hasNextPage ? [] : (undated?.events ?? []);
  const to = from + DRAWN;
  const loaded = dated.sessions.length + events.length;
  const fetch = () => {
    if (list?.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  const turn = (start: number) => {
    setFrom(start);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const more = () => {
    if (loaded <= to) fetch();
    if (loaded >= to) turn(to);
  };
  useReachBottom(() => {
    if (loaded < to) fetch();
  });
  const past = dated.sessions.length;
  return {
    sessions: dated.sessions.slice(from, to),
    events: events.slice(Math.max(0, from - past), Math.max(0, to - past)),
    busy: list?.isFetchingNextPage ?? false,
    more: loaded > to || list?.hasNextPage ? more : null,
    before: from > 0 ? () => turn(from - DRAWN) : null,
  };
}
