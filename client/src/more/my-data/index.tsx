import { dayOf, dayText } from '@openday/shared/dates';
import type { MyData } from '@openday/shared/me';
import { useMutation, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { KeptNotice } from '@/components/KeptNotice';
import { Page } from '@/components/Page';
import { Skeleton } from '@/components/Skeleton';
import { ProfileSheet } from '@/features/accounts/ProfileSheet';
import { SignInFirst } from '@/features/accounts/SignInFirst';
import { api } from '@/lib/api';
import { download } from '@/lib/api.download';
import { serverNow } from '@/lib/clock';
import { useKeptView } from '@/lib/kept-views';
import { open, routes } from '@/lib/routes';
import { say, sayFailure } from '@/lib/say';
import { mineData } from '@/lib/text/mine-data';
import { useAccount } from '@/lib/tokens';
import { keepFile } from '@/platform/keep-file';
import { saveFile } from '@/platform/save-file';
import { Agreed } from './Agreed';
import { KeptRegistrations } from './KeptRegistrations';
import { keptData } from './kept-data';

const { data: words } = mineData;

/** 我的资料: everything that is kept of me, to see, take along, correct and delete. */
export default function MyDataPage() {
  const account = useAccount();
  const found = useQuery({
    queryKey: ['my-data', account?.id],
    queryFn: ({ signal }) => api('GET /me/export', { signal }),
    enabled: account !== null,
    staleTime: 0,
  });
  const kept = useKeptView('myData', { ...found, data: found.data && keptData(found.data) });
  const data = found.data ?? kept.data;
  const again = () => void found.refetch();
  useDidShow(() => void (account && again()));
  return (
    <Page>
      {!account && <SignInFirst />}
      {account && found.isPending && !data && <Skeleton cards={4} height={96} />}
      {found.isError && !data && <Failed failure={found.error} onAgain={again} />}
      {kept.keptAt && <KeptNotice at={kept.keptAt} busy={found.isFetching} onAgain={again} />}
      {account && data && <All data={data} onChanged={again} />}
    </Page>
  );
}

function All({ data, onChanged }: { data: MyData; onChanged: () => void }) {
  const [changing, setChanging] = useState(false);
  const name = words.fileName(dayOf(data.madeAt));
  const sheets = useMutation({
    mutationFn: async () => keepFile(await download('GET /me/export.xlsx'), `${name}.xlsx`),
    onError: sayFailure,
  });
  const save = () => {
    // Closing WeChat's choice of a chat is no failure.
    const text = JSON.stringify(data, null, 2);
    saveFile(`${name}.json`, text).then(() => say(words.saved), console.info);
  };
  return (
    <>
      <Person account={data.account} onChange={() => setChanging(true)} />
      <KeptRegistrations items={data.registrations} />
      <Agreed consents={data.consents} onChanged={onChanged} />
      {data.records.length > 0 && (
        <>
          <Button kind="white" icon="download" busy={sheets.isPending} onTap={() => sheets.mutate()}>
            {words.export}
          </Button>
          <View className="gap" />
          <Group head={words.records}>
            {data.records.map(({ table, title, rows }) => (
              <Cell key={table} value={words.count(rows.length)}>
                {title}
              </Cell>
            ))}
            <Cell icon="download" atOnce sub={words.plainSub} onTap={save}>
              {words.plain}
            </Cell>
          </Group>
        </>
      )}
      <Leave resident={data.account.role === 'resident'} />
      {changing && (
        <ProfileSheet
          onClose={() => {
            setChanging(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function Person({ account, onChange }: { account: MyData['account']; onChange: () => void }) {
  return (
    <Group head={words.who}>
      <Cell value={account.name || words.noPhone} onTap={onChange}>
        {words.callMe}
      </Cell>
      <Cell value={account.phone ?? words.noPhone} onTap={() => open(routes.signIns)}>
        {words.phone}
      </Cell>
      <Cell value={account.over60 ? words.yes : words.unsaid} onTap={onChange}>
        {words.over60}
      </Cell>
      <Cell value={dayText(account.createdAt, serverNow())}>{words.since}</Cell>
    </Group>
  );
}

function Leave({ resident }: { resident: boolean }) {
  return (
    <Group>
      {resident ? (
        <Cell icon="cross-x" sub={words.eraseSub} onTap={() => open(routes.erase)}>
          {words.erase}
        </Cell>
      ) : (
        <Cell icon="info">{words.staff}</Cell>
      )}
    </Group>
  );
}
