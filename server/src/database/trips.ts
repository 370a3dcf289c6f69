import type { EntityManager, QueryRunner } from 'typeorm';
import { dialectOf } from './dialect';

/** Statements that travel to MariaDB together: the way there and back is dear, and waits for all else the process does. */

interface Asked {
  sql: string;
  values: unknown[];
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

interface Transaction {
  asked: Asked[];
  ending: 'open' | 'asked' | 'committed';
}

const transactions = new WeakMap<QueryRunner, Transaction>();

const transactionOf = (runner: QueryRunner): Transaction => {
  const known = transactions.get(runner) ?? { asked: [], ending: 'open' };
  transactions.set(runner, known);
  return known;
};

/** Inside a transaction, what is asked for at once, as in a Promise.all, is one trip. */
export function ask(manager: EntityManager, sql: string, values: unknown[]): Promise<unknown> {
  const { queryRunner: runner } = manager;
  if (!runner || dialectOf(manager) === 'embedded') return manager.query(sql, values);
  return new Promise((resolve, reject) => {
    const { asked, ending } = transactionOf(runner);
    if (ending === 'committed') throw new Error('the transaction ended with the statements before');
    asked.push({ sql, values, resolve, reject });
    if (asked.length === 1) queueMicrotask(() => void send(runner));
  });
}

/** As Promise.all, but fails only when all have ended: what is still on its way would be written after the rollback. */
export async function together<T>(asked: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

/**
 * The statements asked for next are the transaction's last: COMMIT goes with them, unless one of them fails. On the
 * embedded database nothing travels, and nothing changes.
 */
export function commitWithNext({ queryRunner: runner }: EntityManager): void {
  if (runner) transactionOf(runner).ending = 'asked';
}

export const isCommitted = (runner: QueryRunner): boolean => transactionOf(runner).ending === 'committed';

async function send(runner: QueryRunner): Promise<void> {
  const transaction = transactionOf(runner);
  const together = transaction.asked.splice(0);
  const last = transaction.ending === 'asked';
  const statements = together.map(({ sql }) => sql);
  if (last) statements.push('COMMIT');
  try {
    const result: unknown = await runner.query(
      statements.join(';'),
      together.flatMap(({ values }) => values),
    );
    if (last) transaction.ending = 'committed';
    const results = statements.length > 1 ? (result as unknown[]) : [result];
    together.forEach(({ resolve }, i) => {
      resolve(results[i]);
    });
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}
