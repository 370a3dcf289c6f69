import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { createApp } from '../src/app';
import { loadConfig } from '../src/config';
import { Access } from '../src/http/access';
import { PlainWayController } from './plain-way';
import type { Used } from './processes';

/** What an empty route costs in this very server: guard, pipe and filter, no work. */
@Controller('bench/noop')
@Access('public')
class NoopController {
  @Post()
  @HttpCode(200)
  noop(@Body() body: { seats: number }): { ok: boolean; seats: number } {
    return { ok: true, seats: body.seats };
  }
}

@Module({ controllers: [NoopController, PlainWayController] })
class BenchModule {}

/** The product's server with the bench's routes; tells its parent when it listens, and what it used when asked. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp(config, { more: [BenchModule] });
  await app.listen(config.port, '127.0.0.1');
  process.on('message', () => process.send?.(used()));
  process.send?.('ready');
}

function used(): Used {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}

void main();
