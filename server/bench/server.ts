import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { createApp } from '../src/app';
import { loadConfig } from '../src/config';
import { Access } from '../src/http/access';

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

@Module({ controllers: [NoopController] })
class NoopModule {}

/** The product's server with the no-op route; tells its parent when it listens. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp(config, { more: [NoopModule] });
  await app.listen(config.port, '127.0.0.1');
  process.send?.('ready');
}

void main();
