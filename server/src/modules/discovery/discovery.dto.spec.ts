import 'reflect-metadata';
import { assert, asyncProperty, constantFrom, option, record } from 'fast-check';
import { ContractQueryPipe } from '../../http/contract-query.pipe';
import { validationPipe } from '../../http/validation.pipe';
import { SessionQueryDto } from './discovery.dto';

const quick = new ContractQueryPipe('SessionQuery', SessionQueryDto);
const full = validationPipe();

const outcome = async (read: () => unknown): Promise<unknown> => {
  try {
    return { ...((await read()) as object) };
  } catch {
    return 'refused';
  }
};

const maybe = (...values: unknown[]) => option(constantFrom(...values), { nil: undefined, freq: 2 });
const NUMBERS = ['116.0123', '36', '-1', '1e2', '', 'x', '5.5', ['1', '2'], '999999'];
const FLAGS = ['true', 'false', '1', '', 'yes', ['true', 'true']];
const DAYS = ['2026-09-06T01:30:00.000Z', '2026-09-06T01:30:00Z', '2026-02-30T00:00:00Z', '2026-09-06', ''];
const queries = record({
  lng: maybe(...NUMBERS),
  lat: maybe(...NUMBERS),
  radius: maybe('5000', '99', '100', '5000.5', ...NUMBERS),
  limit: maybe('20', '0', '1', '101', ...NUMBERS),
  from: maybe(...DAYS),
  to: maybe(...DAYS),
  form: maybe('visit', 'talk', 'none', ''),
  topic: maybe('health', 'none', ''),
  organizer: maybe('1234567890123456789', '12', '', { a: '1' }),
  q: maybe('社保', '', '好'.repeat(40), '好'.repeat(41), '🚒'.repeat(40)),
  open: maybe(...FLAGS),
  accessible: maybe(...FLAGS),
  walkIn: maybe(...FLAGS),
  past: maybe(...FLAGS),
  cursor: maybe('abc', 'a'.repeat(200), 'a'.repeat(201)),
  __extra: maybe('1'),
});

test('the quick reading of a query takes, reads and refuses what its DTO does', async () => {
  await assert(
    asyncProperty(queries, async (query) => {
      const sent = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
      const read = await outcome(() => quick.transform({ ...sent }));
      const known = await outcome(() => full.transform({ ...sent }, { type: 'query', metatype: SessionQueryDto }));
      expect(read).toEqual(known);
    }),
    { numRuns: 500 },
  );
});
