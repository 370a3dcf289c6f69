import { Button } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface ShareActProps {
  title: string;
  className: string;
  children: ReactNode;
}

/** Whether there is anything to share with: WeChat always, a browser only with a sheet of its own. */
export const CAN_SHARE = true;

/** Shares the page; what WeChat sends is said by the page's useShareAppMessage. */
export function ShareAct({ className, children }: ShareActProps) {
  return (
    <Button className={className} plain openType="share">
      {children}
    </Button>
  );
}
