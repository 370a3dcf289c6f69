import type { Role } from '@openday/shared/auth';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import { desk } from '@/lib/text/desk';
import { useAccount } from '@/lib/tokens';
import { useMayAct } from './may-act';
import type { DeskPlace } from './places';
import { Side } from './Side';
import { SignIn } from './SignIn';
import './desk.scss';

export interface DeskProps {
  on: DeskPlace;
  title: ReactNode;
  sub?: ReactNode;
  /** Above the title: where this page belongs. */
  crumb?: string;
  /** Buttons beside the title, on a wide screen only. */
  acts?: ReactNode;
  /** Drawn only for somebody of a unit or of the district. */
  children: () => ReactNode;
  /** A bar stands fixed at the foot of a phone. */
  foot?: 'bar';
  /** The page is for changing something: an observer is told that they look only. */
  acting?: boolean;
}

/** An observer among them: they look. */
const AT_DESK: readonly Role[] = ['organizer', 'district', 'observer'];

/** The frame of every desk page: side list, head, content; asks to sign in where nobody of a unit is. */
export function Desk({ on, title, sub, crumb, acts, children, foot, acting = false }: DeskProps) {
  const account = useAccount();
  const still = !useMayAct() && acting;
  const mayEnter = account !== null && AT_DESK.includes(account.role);
  return (
    <Page className="desk" foot={mayEnter ? foot : undefined}>
      {mayEnter ? (
        <View className="desk__shell">
          <Side on={on} />
          <View className="desk__main">
            <View className="top">
              <View className="grow">
                {crumb && <View className="top__crumb">{crumb}</View>}
                <View className="top__title">{title}</View>
                {sub && <View className="top__sub">{sub}</View>}
              </View>
              {acts && !still && <View className="desk__acts">{acts}</View>}
            </View>
            {still ? (
              <Empty icon="eye" title={desk.looksOnly}>
                {desk.looksOnlySub}
              </Empty>
            ) : (
              children()
            )}
          </View>
        </View>
      ) : (
        <SignIn />
      )}
    </Page>
  );
}
