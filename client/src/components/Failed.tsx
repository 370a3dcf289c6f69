import { View } from '@tarojs/components';
import { ApiError } from '@/lib/api-error';
import { everyone } from '@/lib/text/everyone';
import { Button } from './Button';
import { Empty } from './Empty';
import { Phrase } from './Phrase';

/** A page or list that did not open: why, and again. */
export function Failed({ failure, onAgain }: { failure: Error; onAgain: () => void }) {
  const known = failure instanceof ApiError ? failure : null;
  return (
    <Empty
      icon={known?.code === 'OFFLINE' ? 'offline' : 'refresh'}
      title={everyone.notOpened}
      acts={
        <Button kind="primary" onTap={onAgain}>
          {everyone.again}
        </Button>
      }
    >
      <Phrase>{known?.message ?? everyone.notOurs}</Phrase>
      {known?.requestId && <View className="empty__number">{everyone.reportNumber(known.requestId.slice(-4))}</View>}
    </Empty>
  );
}
