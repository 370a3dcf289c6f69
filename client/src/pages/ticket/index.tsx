import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';

export default function TicketPage() {
  return (
    <Page foot="tabs">
      <SearchField value="" placeholder="x" onChange={() => undefined} />
      <Button kind="primary" icon="pin">
        入场码
      </Button>
    </Page>
  );
}
