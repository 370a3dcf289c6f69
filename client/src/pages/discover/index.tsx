import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';

export default function DiscoverPage() {
  return (
    <Page foot="tabs">
      <SearchField value="" placeholder="x" onChange={() => undefined} />
      <Button kind="primary" icon="pin">
        开放日
      </Button>
    </Page>
  );
}
