import 'reflect-metadata';
import '../src/heap';
import { Body, Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import type { NewRegistration } from '@openday/shared/registrations';
import { createApp, listen } from '../src/app';
import { loadConfig } from '../src/config';
import { Access, ANYONE_SIGNED_IN } from '../src/http/access';
import { ContractBodyPipe } from '../src/http/contract-body.pipe';
import { NewRegistrationDto } from '../src/modules/registrations/registrations.dto';
import { PlainWayController } from './plain-way';
import type { Used } from './processes';

/** What an empty route costs in this very server: the same request with the same token, guard, pipes and filter, no work. */
@Controller('bench/noop')
@Access(...ANYONE_SIGNED_IN)
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
  @Access('public')
  @HttpCode(200)
  unguarded(@Body() body: { seats: number }): { seats: number } {
    return { seats: body.seats };
  }
}

@Module({ controllers: [NoopController, PlainWayController] })
class BenchModule {}

/** The product's server with the bench's routes; tells its parent when it listens, and what it used when asked. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp(config, { more: [BenchModule] });
  await listen(app, config.port, '127.0.0.1');
  process.on('message', () => process.send?.(used()));
  process.send?.('ready');
}

function used(): Used {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}

void main();
