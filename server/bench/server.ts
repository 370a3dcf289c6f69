import 'reflect-metadata';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import '../src/heap';
import { Body, Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import type { SessionQuery } from '@openday/shared/find';
import type { NewRegistration } from '@openday/shared/registrations';
import { createApp, listen } from '../src/app';
import { loadConfig } from '../src/config';
import { Access } from '../src/http/access';
import { ContractBodyPipe } from '../src/http/contract-body.pipe';
import { ContractQueryPipe } from '../src/http/contract-query.pipe';
import { OPEN, SELF } from '../src/http/policy';
import { SessionQueryDto } from '../src/modules/discovery/discovery.dto';
import { DiscoveryReader } from '../src/modules/discovery/discovery.reader';
import { NewRegistrationDto } from '../src/modules/registrations/registrations.dto';
import { PlainWayController } from './plain-way';
import type { Used } from './processes';

/** What an empty route costs in this very server: the same request with the same token, guard, pipes and filter, no work. */
@Controller('bench/noop')
@Access(SELF)
class NoopController {
  @Post()
  @HttpCode(200)
  noop(@Body(new ContractBodyPipe('NewRegistration', NewRegistrationDto)) body: NewRegistration): { seats: number } {
    return { seats: body.seats };
  }

  /** An empty reading. */
  @Get()
  nothing(): { seats: number } {
    return { seats: 0 };
  }

  /** Without even a token, for the table. */
  @Post('public')
  @Access(OPEN)
  @HttpCode(200)
  unguarded(@Body() body: { seats: number }): { seats: number } {
    return { seats: body.seats };
  }
}

/** The same for finding: the query is read and held to the contract, and nothing is found. */
@Controller('bench/find')
@Access(OPEN)
class FindController {
  @Get()
  noop(@Query(new ContractQueryPipe('SessionQuery', SessionQueryDto)) query: SessionQuery): { limit: number } {
    return { limit: query.limit ?? 20 };
  }

  /** Without even a query. */
  @Get('plain')
  plain(): { ok: true } {
    return { ok: true };
  }
}

@Module({ controllers: [NoopController, FindController, PlainWayController] })
class BenchModule {}

/** The product's server with the bench's routes; tells its parent when it listens, and what it used when asked. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp(config, { more: [BenchModule] });
  await listen(app, config.port, '127.0.0.1');
  if (process.env.BENCH_INDEX) await built(app.get(DiscoveryReader, { strict: false }));
  process.on('message', () => process.send?.(used()));
  process.send?.('ready');
}

function used(): Used {
  const { user, system } = process.cpuUsage();
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { cpuMicros: user + system, peakMb, index };
}

let index: Used['index'];

/** Waits for the index; notes how long it took, what it holds, and for how long it kept others waiting. */
async function built(reader: DiscoveryReader): Promise<void> {
  const before = process.memoryUsage();
  const began = performance.now();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await reader.built();
  const after = process.memoryUsage();
  const mb = (of: 'heapUsed' | 'arrayBuffers') => Math.round((after[of] - before[of]) / 1024 / 1024);
  index = {
    seconds: Math.round(performance.now() - began) / 1000,
    mb: mb('heapUsed') + mb('arrayBuffers'),
    longestMs: Math.round(delay.max / 1e6),
  };
}

void main();
