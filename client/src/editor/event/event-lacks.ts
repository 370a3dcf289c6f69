import { setupLacks } from '@/features/setup/setup-form';
import { editor } from '@/lib/text/editor';
import { setup as setupWords } from '@/lib/text/setup';
import type { EventForm, SessionForm } from './event-form';

const { form: words, images } = editor;
const SEAT_WORDS = { name: setupWords.needName, capacity: setupWords.needCapacity, draws: setupWords.needDraws };

/** What is wrong before it is sent, by field as the server names them; empty = it can be sent. */
export function lacksOf(form: EventForm, { ready }: { ready: boolean }): Record<string, string> {
  const lacks: Record<string, string> = {};
  if (form.theme.trim().length < 2) lacks.theme = words.needTheme;
  const [min, max] = [Number(form.min), Number(form.max)];
  if (form.min && form.max && max < min) lacks.headcount = words.badHeadcount;
  form.images.forEach(({ alt }, at) => {
    if (alt.trim().length < 2) lacks[`images.${at}.alt`] = images.needAlt;
  });
  if (form.window) return lacks;
  if (ready && form.sessions.length === 0) lacks.sessions = words.needSession;
  return { ...lacks, ...sessionLacks(form.sessions, ready) };
}

/** A session nobody has begun to fill in is left out of a draft; one half done is not. */
export function sessionLacks(sessions: SessionForm[], ready: boolean): Record<string, string> {
  const lacks: Record<string, string> = {};
  sessions.forEach((session, at) => {
    const { startsAt, endsAt, venue } = session;
    if (!ready && !startsAt) return;
    const say = (field: string, line: string) => {
      lacks[`sessions.${at}.${field}`] = line;
    };
    if (!startsAt) say('startsAt', words.needStart);
    if (!endsAt) say('endsAt', words.needEnd);
    else if (startsAt && endsAt <= startsAt) say('endsAt', words.endFirst);
    if (!venue) say('venueId', words.needVenue);
    for (const [field, line] of Object.entries(setupLacks(session.setup, SEAT_WORDS))) say(field, line);
  });
  return lacks;
}

/** What is said of one session, without its place in the list. */
export function ofSession(wrong: Record<string, string>, at: number): Record<string, string> {
  const prefix = `sessions.${at}.`;
  return Object.fromEntries(
    Object.entries(wrong).flatMap(([field, line]) =>
      field.startsWith(prefix) ? [[field.slice(prefix.length), line]] : [],
    ),
  );
}
