import { setTimeout } from 'node:timers/promises';
import { Counter, Gauge, Histogram, register } from 'prom-client';

/** What `/metrics` tells of this process, and of nobody: labels are routes, outcomes and jobs, never ids or names. */

/** By the route's pattern, from the request's first byte to the whole answer. */
export const requests = new Histogram({
  name: 'openday_http_request_seconds',
  help: 'Requests by route and status, and how long they took',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
});

/** `registered`, `standing` (asked again), or the code of the refusal. */
export const registrations = new Counter({
  name: 'openday_registrations_total',
  help: 'What residents who asked for seats were answered',
  labelNames: ['outcome'],
});

export const batches = new Histogram({
  name: 'openday_admission_batch_requests',
  help: 'Requests decided in one transaction: full batches mean a stampede',
  buckets: [1, 5, 20, 50, 100, 200, 499, 500],
});

export const transactions = new Histogram({
  name: 'openday_transaction_seconds',
  help: 'Write transactions, each try by itself: retried = it lost a race and was begun anew, undone = refused or failed',
  labelNames: ['outcome'],
  buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
});

/** `result`: ok, WeChat's errcode, `lost` (no answer that can be read), `unreached` (nobody was there). */
export const wechatCalls = new Histogram({
  name: 'openday_wechat_seconds',
  help: 'Calls of WeChat by path and what came of them, and how long they took',
  labelNames: ['call', 'result'],
  buckets: [0.03, 0.1, 0.3, 1, 3, 10],
});

/** `state`: what became of a try, by channel; `unknown` = it may have arrived, and is not sent again. */
export const messages = new Counter({
  name: 'openday_messages_total',
  help: 'Messages by WeChat and SMS, and what became of them',
  labelNames: ['channel', 'state'],
});

/** A scrape must not wait for a database that hangs. */
const PATIENCE_MS = 1_000;

/**
 * A number read when it is asked for; NaN where it cannot be read, as when the database is away: the others must still
 * be told. Of two applications in one process the newer one answers.
 */
export function gauge(name: string, help: string, read: () => number | Promise<number>): void {
  register.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    async collect() {
      const answer = Promise.resolve()
        .then(read)
        .catch(() => Number.NaN);
      this.set(await Promise.race([answer, setTimeout(PATIENCE_MS, Number.NaN, { ref: false })]));
    },
  });
}
