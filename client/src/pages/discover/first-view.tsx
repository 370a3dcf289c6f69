import { asOfText } from '@openday/shared/dates';
import type { FirstView } from '@openday/shared/find';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { renderToStaticMarkup } from 'react-dom/server';
import { Notice } from '@/components/Notice';
import { everyone } from '@/lib/text/everyone';
import DiscoverPage from './index';

/** Pressed, it is the page's own script that hears it. */
const again = { text: everyone.again, onTap: () => undefined };

/** The page as it opens for who has chosen nothing. Built for the server, which sends it to be read while the app is on its way. */
export const firstView: FirstView = (found) => {
  const client = new QueryClient();
  client.setQueryData(['sessions', {}], { pages: [found], pageParams: [''] });
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <View className="first__bar" role="heading" aria-level={1}>
        {everyone.appName}
      </View>
      <View className="first__late">
        <Notice icon="offline" act={again}>
          {everyone.kept(asOfText(new Date().toISOString(), Date.now()))}
        </Notice>
      </View>
      <View className="first__page">
        <DiscoverPage />
      </View>
    </QueryClientProvider>,
  );
};
