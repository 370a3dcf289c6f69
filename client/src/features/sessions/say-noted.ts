import { tell } from '@/lib/ask';
import { say } from '@/lib/say';
import { eventWords as words } from '@/lib/text/event';
import type { Noted } from '@/platform/calendar';

/** Says what became of something for the calendar: that it is in, or what is still to be done. */
export async function sayNoted(noted: Noted, line: string): Promise<void> {
  if (noted === 'noted') say(line);
  if (noted === 'file') await tell(words.file, words.fileSub);
}
