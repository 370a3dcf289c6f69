import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import type { Config } from '../config';
import { migrate } from '../database/migrate';
import { ErasureService } from '../modules/me/erasure.service';
import { journalOf } from '../modules/me/erasure-journal.writer';

/**
 * Deletes the accounts that a restored backup brought back: those in this machine's journal, and in `more` of other
 * servers. How many. Brings the database to this version first.
 */
export async function eraseAgain(config: Config, more: string[]): Promise<number> {
  await migrate(config);
  const context = await NestFactory.createApplicationContext(AppModule.forRoot(config), { logger: ['error'] });
  try {
    return await context.get(ErasureService).repeat([journalOf(config), ...more]);
  } finally {
    await context.close();
  }
}
