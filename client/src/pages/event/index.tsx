import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';

export default function EventPage() {
  return (
    <Page foot="tabs">
      <SearchField value="" placeholder="x" onChange={() => undefined} />
      <Button kind="primary" icon="pin">
        活动
      </Button>
    </Page>
  );
}
