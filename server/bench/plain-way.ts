import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import type { NewRegistration } from '@openday/shared/registrations';
import { Database } from '../src/database/database';
import { lockMode } from '../src/database/dialect';
import { Ids } from '../src/database/ids';
import { Access, type Caller, Who } from '../src/http/access';
import { AppError } from '../src/http/app-error';
import { SELF } from '../src/http/policy';
import { Account } from '../src/modules/accounts/account.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { OutboxWriter } from '../src/modules/notifications/outbox.writer';
import { Vault } from '../src/modules/privacy/vault.service';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Companion } from '../src/modules/registrations/companion.entity';
import { IdempotencyKey } from '../src/modules/registrations/idempotency.entity';
import { Registration } from '../src/modules/registrations/registration.entity';

/** What everybody writes first, on the same tables: a transaction a registration, the session's row locked. */
@Controller('bench/plain')
@Access(SELF)
export class PlainWayController {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
  ) {}

  @Post(':id')
  register(
    @Who() caller: Caller,
    @Param('id') sessionId: string,
    @Headers('idempotency-key') key: string,
    @Body() body: NewRegistration,
  ): Promise<{ id: string }> {
    const { vault, ids } = this;
    const keyId = vault.index('key', `${caller.id} ${sessionId} ${key}`);
    return this.database.write(async (manager) => {
      await manager.findOneOrFail(EventSession, { where: { id: sessionId }, lock: lockMode(manager) });
      const account = await manager.findOneByOrFail(Account, { id: caller.id });
      const known = await manager.findOneBy(IdempotencyKey, { id: keyId });
      if (known) return { id: known.registrationId };
      const standing = await manager.findOneBy(Registration, { sessionId, liveSubject: account.phoneIndex ?? '' });
      if (standing) return { id: standing.id };
      const quota = await manager.findOneByOrFail(Quota, { sessionId, isDefault: true });
      if (quota.taken + body.seats > quota.capacity) throw new AppError('FULL');
      await manager.update(Quota, { id: quota.id }, { taken: quota.taken + body.seats });
      const now = new Date();
      const id = ids.next();
      const name = vault.open(account.name ?? '');
      await manager.insert(Registration, {
        id,
        sessionId,
        quotaId: quota.id,
        accountId: caller.id,
        status: 'confirmed',
        seats: body.seats,
        subject: account.phoneIndex,
        liveSubject: account.phoneIndex,
        name: vault.seal(name),
        nameIndex: vault.index('name', name),
        phone: account.phone,
        phoneLast4: account.phoneLast4,
        createdAt: now,
        updatedAt: now,
      });
      for (const [position, { name: companion = '' }] of (body.companions ?? []).entries())
        await manager.insert(Companion, {
          id: ids.next(),
          registrationId: id,
          position,
          name: vault.seal(companion),
        });
      const bodyHash = vault.index('body', JSON.stringify(body));
      await manager.insert(IdempotencyKey, { id: keyId, bodyHash, status: 201, registrationId: id, createdAt: now });
      await this.outbox.append(manager, [{ kind: 'registered', accountId: caller.id, subjectId: id }], now);
      return { id };
    });
  }
}
