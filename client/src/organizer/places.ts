import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import type { IconName } from '@/components/icon-names';
import { desk } from '@/lib/text/desk';

export type DeskPlace = 'home' | 'board' | 'plans';

/** The desk's places, as the side list and the phone's home page have them. */
export const DESK_PLACES: readonly { key: DeskPlace; icon: IconName; text: string; url: string }[] = [
  { key: 'home', icon: 'home', text: desk.nav.home, url: '/organizer/home/index' },
  { key: 'board', icon: 'chart', text: desk.nav.board, url: '/organizer/board/index' },
  { key: 'plans', icon: 'list', text: desk.nav.plans, url: '/organizer/plans/index' },
];

export function reviewUrl(plan: Id): string {
  return `/organizer/plan-review/index?id=${plan}`;
}

/** From the side list: one place stands for another, nothing is piled up behind it. */
export function go(url: string): void {
  void Taro.redirectTo({ url });
}
