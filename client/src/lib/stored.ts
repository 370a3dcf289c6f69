import type { Tokens } from '@openday/shared/auth';
import type { SessionCard } from '@openday/shared/events';
import type { Ticket } from '@openday/shared/registrations';
import type { Id, Instant, Point } from '@openday/shared/wire';
import Taro from '@tarojs/taro';

/** Everything the phone keeps, by key. A changed shape takes a new key: old values are then never read. */
export interface Stored {
  tokens: Tokens;
  largeType: boolean;
  place: Point & { name: string };
  /** The first page of activities as last seen, to show without network. */
  discovered: { at: Instant; items: SessionCard[] };
  /** Tickets by registration, so that the code shows without network. */
  tickets: Record<Id, Ticket>;
  /** Names of those who came along last time. */
  companions: string[];
}

/** What is kept under the key, or null. */
export function readStored<K extends keyof Stored>(key: K): Stored[K] | null {
  const value: unknown = Taro.getStorageSync(key);
  return value === '' || value === undefined || value === null ? null : (value as Stored[K]);
}

/** Keeps a value, or forgets it where it is null. Throws where the phone has no room left. */
export function store<K extends keyof Stored>(key: K, value: Stored[K] | null): void {
  if (value === null) Taro.removeStorageSync(key);
  else Taro.setStorageSync(key, value);
}
