import { clockText } from '@openday/shared/dates';
import { useRouter } from '@tarojs/taro';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { SignInButton } from '@/features/accounts/SignInButton';
import { useSuggestion } from '@/features/suggestions/useSuggestion';
import { ApiError } from '@/lib/api-error';
import { everyone } from '@/lib/text/everyone';
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
  if (!account) {
    return (
      <Page>
        <Empty icon="user" title={mine.signedOut} acts={<SignInButton>{mine.signIn}</SignInButton>} />
      </Page>
    );
  }
  if (found.data) {
    const stale = found.isError && (
      <Notice icon="offline" act={{ text: everyone.again, onTap: () => void found.refetch() }}>
        {words.asOf(clockText(found.dataUpdatedAt))}
      </Notice>
    );
    return <Progress suggestion={found.data} notice={stale} />;
  }
  const gone = found.error instanceof ApiError && found.error.code === 'NOT_FOUND';
  return (
    <Page>
      {found.isPending && <Skeleton cards={2} height={180} />}
      {found.isError && !gone && <Failed failure={found.error} onAgain={() => void found.refetch()} />}
      {gone && (
        <Empty icon="list" title={words.gone}>
          <Phrase>{words.goneSub}</Phrase>
        </Empty>
      )}
    </Page>
  );
}
