import { QueryClientProvider } from '@tanstack/react-query';
import { createElement, type PropsWithChildren } from 'react';
import { eraseOldLists } from '@/lib/list-erasure';
import { queryClient } from '@/lib/query';
import { keepForOffline } from '@/platform/offline';
import './app.scss';

keepForOffline();
eraseOldLists();

export default function App({ children }: PropsWithChildren) {
  return createElement(QueryClientProvider, { client: queryClient }, children);
}
