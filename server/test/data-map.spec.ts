import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from './support/app';

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp();
});
afterAll(() => test_.stop());

/** Columns by whose name somebody may be told or found, or that hold free words. */
const PERSONAL =
  /^(name|username|phone.*|.*Index|.*Hash|subject|liveSubject|accountId|registrationId|operatorId|.*By|note|reason|.*Reason|line|text|answers|idNumbers|maskedName|enterprise|relation|sheet|before|code|excuse|contact.*|missed|publicAnswer|publicQuestion)$/;
/** Names of things, hashes of lists, reasons for everybody to read. */
const OF_THINGS = new Set([
  ...['venues.name', 'quotas.name', 'organizers.name', 'draws.listHash'],
  ...[
    'event_sessions.cancelReason',
    'monthly_topics.choiceReason',
    'topic_candidates.note',
    'suggestions.verdictBy',
    'registrations.confirmBy',
  ],
]);

test('docs/PRIVACY.md names every table, and every column that may lead to a person', () => {
  const text = readFileSync(join(__dirname, '../../docs/PRIVACY.md'), 'utf8');
  const named = new Map<string, string>();
  let last = '';
  for (const [, table = '', columns = ''] of text.matchAll(/^\| ([a-z_]*) ?\| ([^|]+) \|/gm)) {
    last = table || last;
    named.set(last, `${named.get(last) ?? ''}, ${columns}`);
  }
  const without = new Set([...text.matchAll(/`([a-z_]+)`/g)].map(([, table]) => table));
  const missing = test_.database.read.connection.entityMetadatas.flatMap(({ tableName, columns }) => {
    if (!named.has(tableName) && !without.has(tableName)) return tableName;
    const listed = new Set((named.get(tableName) ?? '').split(/[ ,]+/));
    return columns
      .map(({ propertyName }) => propertyName)
      .filter((column) => PERSONAL.test(column) && !listed.has(column) && !OF_THINGS.has(`${tableName}.${column}`))
      .map((column) => `${tableName}.${column}`);
  });
  expect(missing).toEqual([]);
});
