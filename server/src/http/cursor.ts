import type { Page } from '@openday/shared/wire';
import { AppError } from './app-error';

type Key = (string | number)[];

/** The position after a row, opaque to clients. */
export const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** What a place in a cursor may hold; anything else would fail inside the database. */
const FORMS = {
  id: /^\d{19}$/,
  number: /^\d+(\.\d+)?(e\+\d+)?$/,
  day: /^(\d{4}-\d{2}-\d{2})?$/,
  instant: /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
} as const;

/** Throws BAD_CURSOR unless it holds one value of each of these forms. */
export function decodeCursor(cursor: string | undefined, ...forms: (keyof typeof FORMS)[]): Key | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === forms.length && forms.every((form, i) => holds(key[i], form)))
      return key as Key;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new AppError('BAD_CURSOR');
}

const holds = (value: unknown, form: keyof typeof FORMS): boolean =>
  typeof value === (form === 'number' ? 'number' : 'string') && FORMS[form].test(String(value));

/** Cuts `limit + 1` rows to a page. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  key: (row: Row) => Key,
  present: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
  };
}
