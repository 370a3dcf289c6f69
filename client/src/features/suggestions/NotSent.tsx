import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { voice } from '@/lib/text/voice';
import './say-box.scss';

/** What was not sent, and why: stays in sight above the button that was pressed. */
export function NotSent({ failure }: { failure: Error | null }) {
  if (!failure) return null;
  return (
    <Notice kind="bad" icon="alert" className="notsent">
      <Phrase>{`${failure.message}${voice.kept}`}</Phrase>
    </Notice>
  );
}
