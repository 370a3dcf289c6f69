import { asOfText } from '@openday/shared/dates';
import type { Instant } from '@openday/shared/wire';
import { serverNow } from '@/lib/clock';
import { everyone } from '@/lib/text/everyone';
import { Notice } from './Notice';
import { Phrase } from './Phrase';

export interface KeptNoticeProps {
  /** When what stands below was fetched. */
  at: Instant;
  /** What is said of it. */
  words?: (at: string) => string;
  /** It is being asked for again. */
  busy?: boolean;
  onAgain: () => void;
}

/** Above what was kept on the phone, where the server was not reached: since when, and again. */
export function KeptNotice({ at, words = everyone.kept, busy = false, onAgain }: KeptNoticeProps) {
  return (
    <Notice icon="offline" act={{ text: busy ? everyone.trying : everyone.again, onTap: onAgain }}>
      <Phrase>{words(asOfText(at, serverNow()))}</Phrase>
    </Notice>
  );
}
