import { Writable } from 'node:stream';
import pino from 'pino';
import { QueryFailedError } from 'typeorm';
import { loggingOptions } from './logging';

test('a failed statement is logged without the people it was about', () => {
  const lines: string[] = [];
  const out = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const driver = Object.assign(new Error('Data too long'), {
    errno: 1406,
    sql: "INSERT INTO registrations VALUES ('某某公司')",
  });
  const err = new QueryFailedError('INSERT INTO registrations VALUES (?)', ['某某公司'], driver);
  pino(loggingOptions('info'), out).error({ err, requestId: 'r1' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('INSERT INTO registrations VALUES (?)');
  expect(lines[0]).toContain('1406');
  expect(lines[0]).not.toContain('某某公司');
});
