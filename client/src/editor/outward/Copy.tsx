import { Button } from '@/components/Button';
import { say, sayFailure } from '@/lib/say';
import { outgoing } from '@/lib/text/outward';
import { copyText } from '@/platform/clipboard';

const { outward: words } = outgoing;

/** A press that copies. */
export function Copy({ text, label, primary = false }: { text: string; label: string; primary?: boolean }) {
  const copy = async () => {
    try {
      await copyText(text);
      say(words.copied);
    } catch (failure) {
      sayFailure(failure);
    }
  };
  return (
    <Button kind={primary ? 'primary' : 'ink'} onTap={() => void copy()}>
      {label}
    </Button>
  );
}
