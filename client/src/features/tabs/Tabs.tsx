import { type Tab, TabBar } from '@/components/TabBar';
import { openTab, routes } from '@/lib/routes';
import { resident } from '@/lib/text/resident';

type Place = 'discover' | 'calendar' | 'mine' | 'me';

const TABS: readonly Tab<Place>[] = [
  { key: 'discover', icon: 'compass', text: resident.tabs.discover },
  { key: 'calendar', icon: 'calendar', text: resident.tabs.calendar },
  { key: 'mine', icon: 'ticket', text: resident.tabs.mine },
  { key: 'me', icon: 'user', text: resident.tabs.me },
];

/** The resident's four places. */
export function Tabs({ on }: { on: Place }) {
  return <TabBar tabs={TABS} on={on} onTab={(key) => openTab(routes[key])} />;
}
