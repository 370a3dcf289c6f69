import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { ROLES, type Role } from '@openday/shared/auth';
import { AppModule } from '../../app.module';
import { loadConfig } from '../../config';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import { migrate } from '../../database/migrate';
import { AuditWriter } from '../audit/audit.writer';
import { Organizer } from '../organizers/organizer.entity';
import { AccountsService } from './accounts.service';
import { hashPassword } from './password.rules';

const USAGE =
  'usage: node dist/src/modules/accounts/accounts.cli.js ROLE USERNAME UNIT   (UNIT is created as the district when there is none yet)';

/** Makes a desk or door account from the operator's shell and prints its password once. */
async function main([role, username, unit]: string[]): Promise<void> {
  if (!ROLES.includes(role as Role) || role === 'resident' || !username || !unit) throw new Error(USAGE);
  const config = loadConfig(process.env);
  await migrate(config);
  const context = await NestFactory.createApplicationContext(AppModule.forRoot(config), { logger: ['error'] });
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  await context.get(Database).write(async (manager) => {
    const units = await manager.find(Organizer);
    let organizer = units.find((one) => one.name === unit);
    if (!organizer && !units.length) {
      const id = context.get(Ids).next();
      organizer = manager.create(Organizer, {
        id,
        parentId: null,
        path: `/${id}/`,
        name: unit,
        placeName: null,
        lng: null,
        lat: null,
        createdAt: new Date(),
      });
      await manager.insert(Organizer, organizer);
    }
    if (!organizer) throw new Error(`no unit is called ${unit}: ${units.map((one) => one.name).join('、')}`);
    const account = await context
      .get(AccountsService)
      .create(manager, { role: role as Role, username, passwordHash, name: username, organizerId: organizer.id });
    // By nobody who is signed in: whoever has the machine.
    const made = { accountId: null, act: 'member.create', target: ['account', account.id] as [string, string] };
    await context.get(AuditWriter).append(manager, made);
  });
  await context.close();
  console.info(`${username} (${role}, ${unit}): ${password}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
