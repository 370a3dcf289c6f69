import fc from 'fast-check';
import { type Documented, resolved, type Schema, schemaName } from './documented';

/** What no field asks for. */
const NASTY = [
  ...[null, [], {}, [[]], '', true, -1, 1.5, 1e308, 2 ** 53, { $ne: null }, ['a', 'b'], '\u0000', '\ud800'],
  ...[
    "' OR 1=1 --",
    '1;DROP TABLE accounts',
    '%_\\',
    '<script>alert(1)</script>',
    '=cmd',
    'x'.repeat(5000),
    '１３８００００００００',
  ],
  ...['2026-02-30T00:00:00.000Z', '9999999999999999999', '__proto__', '龘😀👨‍👩‍👧'],
];

const nasty = fc.constantFrom(...NASTY);

/** Values a schema takes; ids are mostly some that exist. */
export function arbitraryOf(schema: Schema, schemas: Documented['schemas'], ids: string[]): fc.Arbitrary<unknown> {
  const go = (one: Schema) => arbitraryOf(one, schemas, ids);
  if (schemaName(schema) === 'Id') return fc.oneof(fc.constantFrom(...ids), fc.stringMatching(/^\d{19}$/));
  if (schemaName(schema) === 'Instant' || schema.format === 'date-time')
    return fc
      .date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
  const { type, anyOf, items, properties, required = [], nullable, pattern, ...rest } = resolved(schema, schemas);
  const value = (): fc.Arbitrary<unknown> => {
    if (rest.enum) return fc.constantFrom(...rest.enum);
    if (anyOf) return fc.oneof(...anyOf.map(go));
    if (type === 'array')
      return fc.array(go(items ?? {}), { minLength: rest.minItems ?? 0, maxLength: (rest.minItems ?? 0) + 3 });
    if (type === 'integer' || type === 'number')
      return fc.integer({ min: rest.minimum ?? -5, max: rest.maximum ?? 10_000 });
    if (type === 'boolean') return fc.boolean();
    if (type === 'object')
      return fc.record(Object.fromEntries(Object.entries(properties ?? {}).map(([name, one]) => [name, go(one)])), {
        requiredKeys: required,
      });
    if (pattern) return fc.stringMatching(new RegExp(pattern));
    const { minLength = 0, maxLength = 60 } = rest;
    return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 60), unit: 'grapheme' });
  };
  return nullable ? fc.option(value()) : value();
}

/** The object, mostly with one field that is not what it should be. */
export function spoiled(whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const one = fc.tuple(whole, fc.nat(), nasty).map(([value, place, bad]) => {
    const names = Object.keys((value ?? {}) as object);
    const name = names[place % (names.length + 1)] ?? 'unknownField';
    return { ...(value as object), [name]: bad };
  });
  return fc.oneof({ weight: 3, arbitrary: whole }, { weight: 3, arbitrary: one }, { weight: 1, arbitrary: nasty });
}
