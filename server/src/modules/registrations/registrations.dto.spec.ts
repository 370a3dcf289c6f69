import 'reflect-metadata';
import * as fc from 'fast-check';
import type { AppError } from '../../http/app-error';
import { ContractBodyPipe } from '../../http/contract-body.pipe';
import { validationPipe } from '../../http/validation.pipe';
import { NewRegistrationDto } from './registrations.dto';

const pipe = new ContractBodyPipe('NewRegistration', NewRegistrationDto);
const dto = validationPipe();

const taken = (transformed: Promise<unknown>): Promise<boolean> =>
  transformed.then(
    () => true,
    () => false,
  );
const bySchema = (body: unknown) => taken(Promise.resolve(pipe.transform(body)));
const byDto = (body: unknown) => taken(dto.transform(body, { type: 'body', metatype: NewRegistrationDto }));

const text = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom('王', 'a', ' ', '\u{20bb7}', '☎️', '\n'), minLength: min, maxLength: max });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Near the edges of what is allowed, on both sides. */
const body = fc.record(
  {
    seats: fc.integer({ min: 0, max: 51 }),
    quotaId: fc.stringMatching(/^\d{18,20}$/),
    companions: fc.array(fc.record({ name: optional(text(0, 22)) }), { maxLength: 4 }),
    children: fc.integer({ min: -1, max: 50 }),
    onBehalfOf: fc.record(
      {
        name: text(0, 22),
        phone: optional(fc.stringMatching(/^1[2-9]\d{8,10}$/)),
        relation: fc.constantFrom('parent', 'served', 'nobody'),
        consent: fc.boolean(),
        confirmDouble: fc.boolean(),
      },
      { requiredKeys: ['name', 'relation', 'consent'] },
    ),
    joinWaitlist: fc.boolean(),
    declares: fc.boolean(),
    enterprise: text(0, 62),
    invitation: fc.stringMatching(/^[A-Za-z0-9-]{5,21}$/),
    answers: fc.array(fc.record({ question: fc.stringMatching(/^[a-z0-9]{1,13}$/), value: text(0, 4) }), {
      maxLength: 9,
    }),
  },
  { requiredKeys: ['seats'] },
);

/** The same body with one of its values, at any depth, made something else. */
const spoilt = fc.tuple(body, fc.nat(), fc.jsonValue({ maxDepth: 2 })).map(([whole, which, other]) => {
  const copy = JSON.parse(JSON.stringify(whole)) as Record<string, unknown>;
  const places: { in: Record<string, unknown>; key: string }[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      places.push({ in: node as Record<string, unknown>, key });
      visit(value);
    }
  };
  visit(copy);
  const place = places[which % places.length]!;
  place.in[which % 5 ? place.key : `${place.key}x`] = other;
  return copy;
});

test.each([
  ['near the edges', body],
  ['with one value spoilt', spoilt],
  ['of any kind', fc.jsonValue()],
])('the schema and the validators of a new registration take and refuse the same bodies: %s', async (_, bodies) => {
  await fc.assert(
    fc.asyncProperty(bodies as fc.Arbitrary<unknown>, async (one) => {
      const sent = JSON.parse(JSON.stringify(one)) as unknown;
      expect(await bySchema(sent)).toBe(await byDto(sent));
    }),
    { numRuns: 400 },
  );
});

test('a refused body is told field by field', async () => {
  const refusing = Promise.resolve(pipe.transform({ seats: 0, companions: [{ name: '' }] }));
  const refused = (await refusing.catch((e: unknown) => e)) as AppError;
  expect(refused).toMatchObject({
    code: 'BAD_REQUEST',
    details: [
      { field: 'seats', message: '数太小了' },
      { field: 'companions.0.name', message: '太短了' },
    ],
  });
});
