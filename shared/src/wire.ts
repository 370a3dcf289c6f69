import type { ErrorCode } from './errors';

/** A 64-bit, time-ordered id as 19 decimal digits. @pattern ^\d{19}$ */
export type Id = string;

/** ISO 8601 in UTC with milliseconds, e.g. `2026-09-06T01:30:00.000Z`. */
export type Instant = string;

/** A list: the next page is asked for with `cursor=nextCursor`; null at the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Counted in seats (people), never in registrations. */
export interface Seats {
  capacity: number;
  taken: number;
  left: number;
}

/** GCJ-02 (火星坐标), degrees. */
export interface Point {
  lng: number;
  lat: number;
}

export interface ErrorDetail {
  /** The field or row it is about, e.g. `sessions.0.startsAt`. */
  field: string;
  message: string;
}

export interface ErrorBody {
  code: ErrorCode;
  /** Chinese; tells the person what to do. */
  message: string;
  details?: ErrorDetail[];
  requestId: string;
}

/** Fails to compile unless T is `true`. */
export type Assert<T extends true> = T;

/** Makes a type whose only value is `true` when A and B are the same shape, optional and extra fields included. */
export type Exact<A, B> =
  (<T>() => T extends Required<A> ? 1 : 2) extends <T>() => T extends Required<B> ? 1 : 2
    ? keyof A extends keyof B
      ? keyof B extends keyof A
        ? true
        : never
      : never
    : never;
