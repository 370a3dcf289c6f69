import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';

export default function MinePage() {
  return (
    <Page foot="tabs">
      <SearchField value="" placeholder="x" onChange={() => undefined} />
      <Button kind="primary" icon="pin">
        我的活动
      </Button>
    </Page>
  );
}
