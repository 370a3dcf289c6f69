import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Snowflake } from '@sapphire/snowflake';
import { LessThan } from 'typeorm';
import { Job } from '../metrics/job';
import { databaseNow } from './clock';
import { Database } from './database';
import { LEASE_LOST } from './dialect';
import { WorkerLease } from './worker-lease.entity';

/** Ids count milliseconds from here, so that they have 19 digits from 2017 to 2079 and sort as text. */
const EPOCH = new Date('2010-01-01T00:00:00Z');
const LEASE_MS = 60_000;
/** The interval that renews it: without, a server makes no ids after a minute. */
export const WORKER_LEASE = 'worker-lease';
const NUMBERS = 1024;
const NUMBERS_A_MS = 4096;

/**
 * Makes 64-bit, time-ordered ids that no other replica makes: each holds one of 1024 worker numbers, leased from the
 * database. A replica whose lease ran out makes no more ids until it has a number again.
 */
@Injectable()
export class Ids {
  private readonly holder = randomUUID();
  private readonly snowflake = new Snowflake(EPOCH);
  private worker = -1;
  /** The millisecond of the last id, and its number within it. */
  private at = 0;
  private increment = 0;
  /** By the clock that never jumps. */
  private heldUntil = 0;

  constructor(private readonly database: Database) {}

  /** 19 digits; throws when the worker lease is lost. */
  next(): string {
    if (performance.now() > this.heldUntil)
      throw Object.assign(new Error('the worker lease ran out: no ids until it is renewed'), { code: LEASE_LOST });
    // In the order they are made, also where a clock goes back: the library's own counter begins anew within a millisecond.
    const now = Math.max(Date.now(), this.at);
    this.increment = now === this.at ? this.increment + 1 : 0;
    this.at = now + Math.floor(this.increment / NUMBERS_A_MS);
    this.increment %= NUMBERS_A_MS;
    const id = this.snowflake.generate({
      timestamp: this.at,
      increment: BigInt(this.increment),
      workerId: BigInt(this.worker & 31),
      processId: BigInt(this.worker >> 5),
    });
    return id.toString();
  }

  /**
   * A number nobody ever had; once all were had, the one that has lain free the longest. When the database's clock leaps
   * ahead every lease looks over, and this one is.
   */
  async lease(): Promise<void> {
    const asked = performance.now();
    this.worker = await this.database.write(async (manager) => {
      const leases = manager.getRepository(WorkerLease);
      const now = await databaseNow(manager);
      const until = new Date(now.getTime() + LEASE_MS);
      const next = ((await leases.maximum('worker', {})) ?? -1) + 1;
      if (next < NUMBERS) {
        await leases.insert({ worker: next, holder: this.holder, expiresAt: until });
        return next;
      }
      for (;;) {
        const over = { expiresAt: LessThan(now) };
        const free = await leases.findOne({ where: over, order: { expiresAt: 'ASC' } });
        if (!free) throw new Error('all 1024 worker numbers are leased');
        const { worker } = free;
        const claim = await leases.update({ worker, ...over }, { holder: this.holder, expiresAt: until });
        if (claim.affected === 1) return worker;
      }
    });
    this.heldUntil = asked + LEASE_MS - 5_000;
  }

  @Interval(WORKER_LEASE, LEASE_MS / 3)
  @Job
  async renew(): Promise<void> {
    const asked = performance.now();
    // By the database's clock, as others read it: one an hour behind would give the number away while it is held.
    const renewed = await this.database.write(async (manager) =>
      manager.update(
        WorkerLease,
        { worker: this.worker, holder: this.holder },
        { expiresAt: new Date((await databaseNow(manager)).getTime() + LEASE_MS) },
      ),
    );
    if (renewed.affected === 1) this.heldUntil = asked + LEASE_MS - 5_000;
    else await this.lease();
  }
}
