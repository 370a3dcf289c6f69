import type { SuggestionStage } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import type { IconName } from '@/components/icon-names';
import { admitting } from '@/lib/text/admitting';
import { annual } from '@/lib/text/annual';
import { desk } from '@/lib/text/desk';
import { editor } from '@/lib/text/editor';
import { exportWords } from '@/lib/text/exports';
import { editorUrls } from './editor-places';

export type DeskPlace =
  | 'home'
  | 'board'
  | 'events'
  | 'plans'
  | 'suggestions'
  | 'closing'
  | 'units'
  | 'annual'
  | 'exports'
  | 'noShows'
  | 'calls';

/** The desk's places, as the side list and the phone's home page have them. */
export const DESK_PLACES: readonly { key: DeskPlace; icon: IconName; text: string; url: string }[] = [
  { key: 'home', icon: 'home', text: desk.nav.home, url: '/organizer/home/index' },
  { key: 'board', icon: 'chart', text: desk.nav.board, url: '/organizer/board/index' },
  { key: 'events', icon: 'calendar', text: editor.nav, url: editorUrls.events },
  { key: 'plans', icon: 'list', text: desk.nav.plans, url: '/organizer/plans/index' },
  { key: 'suggestions', icon: 'pencil', text: desk.nav.suggestions, url: '/organizer/suggestions/index' },
  { key: 'closing', icon: 'doc', text: desk.nav.closing, url: '/records/closing/index' },
  { key: 'annual', icon: 'flag', text: annual.nav, url: '/records/annual/index' },
  { key: 'exports', icon: 'download', text: exportWords.nav, url: '/records/exports/index' },
  { key: 'units', icon: 'tree', text: desk.nav.units, url: '/district/units/index' },
  { key: 'calls', icon: 'phone', text: desk.nav.calls, url: '/district/calls/index' },
  { key: 'noShows', icon: 'clock', text: admitting.noShows.nav, url: '/organizer/no-shows/index' },
];

/** A session's registrations. */
export function sessionUrl(session: Id): string {
  return `/organizer/session/index?id=${session}`;
}

/** What residents said, by what there is to do. */
export function suggestionsUrl(stage: SuggestionStage): string {
  return `/organizer/suggestions/index?stage=${stage}`;
}

/** What is public only once a second person has looked. */
export const PUBLICATIONS_URL = '/district/publications/index';

/** Who works a session's door. */
export function doorDeskUrl(session: Id): string {
  return `/organizer/door/index?id=${session}`;
}

/** How a session gives out its seats, and changing it. */
export function setupUrl(session: Id): string {
  return `/organizer/setup/index?id=${session}`;
}

export function reviewUrl(plan: Id): string {
  return `/organizer/plan-review/index?id=${plan}`;
}

/** Importing a corrected sheet over one that is there. */
export function againUrl(plan: Id, title: string): string {
  return `/organizer/plans/index?again=${plan}&title=${encodeURIComponent(title)}`;
}

/** From a corrected sheet back to its rows: they are the page below, unless this one was opened directly. */
export function backToReview(plan: Id): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else go(reviewUrl(plan));
}

/** From the side list: one place stands for another, nothing is piled up behind it. */
export function go(url: string): void {
  void Taro.redirectTo({ url });
}
