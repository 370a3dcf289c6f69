import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';

export default function MePage() {
  return (
    <Page foot="tabs">
      <SearchField value="" placeholder="x" onChange={() => undefined} />
      <Button kind="primary" icon="pin">
        我
      </Button>
    </Page>
  );
}
