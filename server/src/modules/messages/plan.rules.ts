import type { MessageKind } from '@openday/shared/messages';
import type { Channel, DeliveryState } from './message-delivery.entity';
import { quietUntil } from './quiet.rules';

/** What becomes of a message next. Each channel is tried once; what may have arrived is never sent again. */

export interface Standing {
  kind: MessageKind;
  /** Of the session it is about. */
  startsAt: Date | null;
  /** Whether it still says what is so: a reminder of a cancelled place does not. */
  holds: boolean;
  /** Who cannot be reached is rung: it is about a registration of theirs. */
  rings: boolean;
}

/** By what a person can be reached now. */
export interface Reach {
  /** They did not turn the topic off. */
  wanted: boolean;
  /** Known to WeChat, with the template set up and a credit left. */
  wechat: boolean;
  /** Chosen, with a number, a gateway and the programme's budget. */
  sms: boolean;
}

export interface Tried {
  channel: Channel;
  state: DeliveryState;
  tries: number;
}

export type Plan =
  | { do: 'nothing' }
  | { do: 'wait'; until: Date }
  | { do: 'send'; channel: Channel }
  /** A replica died with it in hand: it may have been sent. */
  | { do: 'lose'; channel: Channel; tries: number }
  | { do: 'ring'; why: 'unreached' | 'unknown' };

const MINUTE_MS = 60_000;
/** After each try that certainly did not send; then the channel is given up. */
const WAITS = [1, 5, 15].map((minutes) => minutes * MINUTE_MS);

/** When a channel that said "later" is tried again; null = no more. */
export const laterAt = (tries: number, now: Date): Date | null => {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
};

export function planOf(
  { kind, startsAt, holds, rings }: Standing,
  reach: Reach,
  tried: Tried[],
  now: Date,
  quiet = true,
): Plan {
  const lost = tried.find(({ state }) => state === 'sending');
  if (lost) return { do: 'lose', channel: lost.channel, tries: lost.tries };
  if (tried.some(({ state }) => state === 'unknown')) return rings ? { do: 'ring', why: 'unknown' } : { do: 'nothing' };
  if (tried.some(({ state }) => state === 'sent')) return { do: 'nothing' };
  if (!holds || !reach.wanted) return { do: 'nothing' };
  const open = (channel: Channel) => !tried.some((one) => one.channel === channel && one.state === 'refused');
  const channel = reach.wechat && open('wechat') ? 'wechat' : reach.sms && open('sms') ? 'sms' : null;
  if (!channel) return rings ? { do: 'ring', why: 'unreached' } : { do: 'nothing' };
  const until = quietUntil(kind, startsAt, now, quiet);
  return until ? { do: 'wait', until } : { do: 'send', channel };
}
