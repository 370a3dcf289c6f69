import type { Id } from '@openday/shared/wire';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { open, openTab, routes } from '@/lib/routes';
import { voice } from '@/lib/text/voice';

const { rate: words } = voice;

/** The server has it: what became of the line, and until when it may be changed. */
export function Done({ unit, suggestion, until }: { unit: string; suggestion: Id | null; until: string }) {
  const acts = (
    <>
      {suggestion && (
        <Button kind="primary" onTap={() => open(routes.suggestion(suggestion))}>
          {words.progress}
        </Button>
      )}
      <Button kind={suggestion ? 'white' : 'primary'} onTap={() => openTab(routes.mine)}>
        {words.back}
      </Button>
    </>
  );
  return (
    <Page>
      <Empty icon="check" title={words.thanks} acts={acts}>
        {suggestion && <Phrase>{words.handed(unit)}</Phrase>}
        {suggestion && <br />}
        <Phrase>{words.thanksSub(until)}</Phrase>
      </Empty>
    </Page>
  );
}
