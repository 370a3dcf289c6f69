import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { MayAct } from '@/features/desk/MayAct';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { editor } from '@/lib/text/editor';
import { outgoing } from '@/lib/text/outward';
import { useAccount } from '@/lib/tokens';
import { NewSite } from './NewSite';
import { Site } from './Site';
import './sites.scss';

const { sites: words } = outgoing;

/** 网站推送: which sites are told, and how that went. */
export default function SitesPage() {
  const file = <ExportButton asked={{ kind: 'sites' }} />;
  return (
    <Desk on="events" title={words.title} sub={words.sub} crumb={editor.nav} acts={file}>
      {() => (
        <>
          <Sites />
          <View className="narrow-only sites__file">{file}</View>
        </>
      )}
    </Desk>
  );
}

function Sites() {
  const account = useAccount();
  const [secret, setSecret] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['webhooks', account?.id],
    queryFn: ({ signal }) => api('GET /webhooks', { signal }),
  });
  const items = list.data?.items ?? [];
  return (
    <>
      {secret && (
        <Notice kind="ok" icon="lock">
          <View className="strong">{words.secret}</View>
          <View className="sites__secret">{secret}</View>
          <View>{words.secretSub}</View>
        </Notice>
      )}
      <MayAct>
        <NewSite onMade={setSecret} />
      </MayAct>
      {list.isPending && <Skeleton cards={2} />}
      {list.isError && !list.data && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <Empty icon="link" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.map((site) => (
        <Site key={site.id} site={site} />
      ))}
      <View className="after">{words.how}</View>
    </>
  );
}
