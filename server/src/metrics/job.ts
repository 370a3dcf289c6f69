import { Counter, Gauge } from 'prom-client';

const done = new Gauge({
  name: 'openday_job_done_timestamp_seconds',
  help: 'When a job last came to its end on this server',
  labelNames: ['job'],
});
const took = new Gauge({ name: 'openday_job_seconds', help: 'How long its last run took', labelNames: ['job'] });
const failed = new Counter({ name: 'openday_job_failures_total', help: 'Runs that threw', labelNames: ['job'] });
const failing = new Gauge({ name: 'openday_job_failing', help: '1 where its last run threw', labelNames: ['job'] });

type Run<T> = TypedPropertyDescriptor<(...args: never[]) => Promise<T>>;

/** Under @Interval or @Cron: when the job last ended, how long it took and how often it failed is in `/metrics`. */
export function Job<T>(owner: object, method: string, descriptor: Run<T>): void {
  const job = `${owner.constructor.name}.${method}`;
  const run = descriptor.value!;
  failed.inc({ job }, 0);
  descriptor.value = async function (this: object, ...args: never[]): Promise<T> {
    const ended = took.startTimer({ job });
    try {
      const result = await run.apply(this, args);
      done.setToCurrentTime({ job });
      failing.set({ job }, 0);
      return result;
    } catch (error) {
      failed.inc({ job });
      failing.set({ job }, 1);
      throw error;
    } finally {
      ended();
    }
  };
}
