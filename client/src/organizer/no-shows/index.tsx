import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { MayAct } from '@/features/desk/MayAct';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { admitting } from '@/lib/text/admitting';
import { useAccount } from '@/lib/tokens';
import { RestrictionList } from './RestrictionList';
import { RuleCard } from './RuleCard';
import './no-shows.scss';

const { noShows: words } = admitting;

/** What follows from registering and not coming: each programme's rule, and whom it holds back now. */
export default function NoShowsPage() {
  const file = <ExportButton asked={{ kind: 'restrictions' }} />;
  return (
    <Desk on="noShows" title={words.title} sub={words.sub} acts={file}>
      {() => (
        <View className="admit">
          <View className="admit__main">
            <View className="sec sec--first">{words.list}</View>
            <RestrictionList />
            <View className="narrow-only no-shows__file">{file}</View>
          </View>
          <MayAct>
            <View className="admit__side">
              <View className="sec sec--first">{words.rule}</View>
              <Rules />
            </View>
          </MayAct>
        </View>
      )}
    </Desk>
  );
}

function Rules() {
  const account = useAccount();
  const programmes = useQuery({
    queryKey: ['programmes', account?.id],
    queryFn: ({ signal }) => api('GET /programmes', { signal }),
  });
  if (programmes.isPending) return <Skeleton cards={2} />;
  if (programmes.isError) return <Failed failure={programmes.error} onAgain={() => void programmes.refetch()} />;
  if (programmes.data.items.length === 0) {
    return (
      <Empty icon="list" title={words.noProgrammes}>
        {words.noProgrammesSub}
      </Empty>
    );
  }
  return (
    <>
      {programmes.data.items.map((programme) => (
        <RuleCard key={programme.id} programme={programme} />
      ))}
    </>
  );
}
