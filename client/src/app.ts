import { QueryClientProvider } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { createElement, type PropsWithChildren } from 'react';
import { followPhone } from '@/lib/large-type';
import { eraseOldLists } from '@/lib/list-erasure';
import { queryClient } from '@/lib/query';
import { everyone } from '@/lib/text/everyone';
import { listenGoBack } from '@/platform/go-back';
import { nameNavigationBar } from '@/platform/navigation-bar';
import { keepForOffline } from '@/platform/offline';
import { listenPrivacy } from '@/platform/privacy';
import './app.scss';

listenGoBack();
keepForOffline();
listenPrivacy();
nameNavigationBar(everyone.bar);
eraseOldLists();

export default function App({ children }: PropsWithChildren) {
  // The letters may have been made larger in the meantime.
  useDidShow(followPhone);
  return createElement(QueryClientProvider, { client: queryClient }, children);
}
