import { useRouter } from '@tarojs/taro';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { KeptNotice } from '@/components/KeptNotice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { SignInButton } from '@/features/accounts/SignInButton';
import { useSuggestion } from '@/features/suggestions/useSuggestion';
import { ApiError } from '@/lib/api-error';
import { useKeptView } from '@/lib/kept-views';
import { voice } from '@/lib/text/voice';
import { useAccount } from '@/lib/tokens';
import { Progress } from './Progress';
import './suggestion.scss';

const { progress: words, mine } = voice;

/** 意见进度: what I said, what became of it, and what is asked of me. */
export default function SuggestionPage() {
  const { params } = useRouter<{ id: string }>();
  const account = useAccount();
  const found = useSuggestion(params.id);
  const { data, keptAt } = useKeptView(`suggestion:${params.id}`, found);
  if (!account) {
    return (
      <Page>
        <Empty icon="user" title={mine.signedOut} acts={<SignInButton>{mine.signIn}</SignInButton>} />
      </Page>
    );
  }
  const again = () => void found.refetch();
  if (data) {
    const notice = keptAt && <KeptNotice at={keptAt} busy={found.isFetching} onAgain={again} />;
    return <Progress suggestion={data} notice={notice} />;
  }
  const gone = found.error instanceof ApiError && found.error.code === 'NOT_FOUND';
  return (
    <Page>
      {found.isPending && <Skeleton cards={2} height={180} />}
      {found.isError && !gone && <Failed failure={found.error} onAgain={again} />}
      {gone && (
        <Empty icon="list" title={words.gone}>
          <Phrase>{words.goneSub}</Phrase>
        </Empty>
      )}
    </Page>
  );
}
