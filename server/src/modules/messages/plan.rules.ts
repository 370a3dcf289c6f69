import type { MessageKind } from '@openday/shared/messages';
import { KINDS } from '../notifications/kinds.rules';
import type { Channel, DeliveryState } from './message-delivery.entity';
import { quietUntil } from './quiet.rules';

/** What becomes of a message next. Each channel is tried once; what may have arrived is never sent again. */

export interface Standing {
  kind: MessageKind;
  createdAt: Date;
  /** Of the session it is about. */
  startsAt: Date | null;
  /** It undoes what was to be on the day it was written. */
  sameDay: boolean;
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
  /** The same, but for the credit. */
  wechatOnceAllowed: boolean;
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

/** After what asks for its own credit: looked at again so long after it, for an answer that takes a while. */
const ANSWERS = [15_000, 90_000];

const answerUntil = ({ kind, createdAt }: Standing, now: Date): Date | null => {
  const wait = KINDS[kind].asks && ANSWERS.find((ms) => createdAt.getTime() + ms > now.getTime());
  return wait ? new Date(createdAt.getTime() + wait) : null;
};

export function planOf(standing: Standing, reach: Reach, tried: Tried[], now: Date, quiet = true): Plan {
  const { kind, createdAt, startsAt, sameDay, holds, rings } = standing;
  const lost = tried.find(({ state }) => state === 'sending');
  if (lost) return { do: 'lose', channel: lost.channel, tries: lost.tries };
  if (tried.some(({ state }) => state === 'unknown')) return rings ? { do: 'ring', why: 'unknown' } : { do: 'nothing' };
  if (tried.some(({ state }) => state === 'sent')) return { do: 'nothing' };
  if (!holds || !reach.wanted) return { do: 'nothing' };
  const open = (channel: Channel) => !tried.some((one) => one.channel === channel && one.state === 'refused');
  const channel = reach.wechat && open('wechat') ? 'wechat' : reach.sms && open('sms') ? 'sms' : null;
  const mayAllow = channel !== 'wechat' && reach.wechatOnceAllowed && open('wechat');
  const answer = mayAllow ? answerUntil(standing, now) : null;
  if (answer) return { do: 'wait', until: answer };
  if (!channel) return rings ? { do: 'ring', why: 'unreached' } : { do: 'nothing' };
  const until = quietUntil(kind, [...(startsAt ? [startsAt] : []), ...(sameDay ? [createdAt] : [])], now, quiet);
  return until ? { do: 'wait', until } : { do: 'send', channel };
}
