import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EntityManager } from 'typeorm';
import { AppError } from '../http/app-error';
import type { Account } from '../modules/accounts/account.entity';
import { EventSession } from '../modules/events/session.entity';
import { Vault } from '../modules/privacy/vault.service';
import { Quota } from '../modules/quotas/quota.entity';
import { AdmissionBatch } from '../modules/registrations/admission.batch.writer';
import { PartyWriter } from '../modules/registrations/party.writer';
import { Registration } from '../modules/registrations/registration.entity';
import { partiesOf } from './crowd';
import type { DemoSession } from './event';

/** Far ahead: a session is open for registration while it is being filled, whatever its dates. */
const OPEN = new Date('2100-01-01T00:00:00Z');
const MINUTE = 60_000;

/** Registers a session's people by the rules of admission, as if they had come one after another up to `now`. */
export async function fillSession(
  app: NestFastifyApplication,
  manager: EntityManager,
  { no, story, session, residents }: { no: number; story: DemoSession; session: EventSession; residents: Account[] },
  now: number,
): Promise<Registration[]> {
  const parties = partiesOf(no, story);
  if (!parties.length) return [];
  const vault = app.get(Vault);
  const pools = new Map((await manager.findBy(Quota, { sessionId: session.id })).map(({ id, name }) => [name, id]));
  await manager.update(EventSession, { id: session.id }, { startsAt: OPEN, opensAt: null, closesAt: null });
  const requests = parties.map(({ resident, pool, body }, i) => ({
    accountId: residents[resident]!.id,
    sessionId: session.id,
    body: { ...body, quotaId: pools.get(pool) },
    keyId: vault.index('key', `demo ${session.id} ${i}`),
    bodyHash: vault.index('body', JSON.stringify(body)),
  }));
  const { outcomes } = await app.get(AdmissionBatch).run(manager, requests);
  const ids = outcomes.map((outcome) => {
    if ('refused' in outcome) throw new AppError(outcome.refused);
    return outcome.registrationId;
  });
  // Not the first, who may be the demo's own resident.
  for (const id of ids.slice(1, 1 + (story.cancelled ?? 0))) await app.get(PartyWriter).cancel(manager, id, 'busy');
  const { startsAt, opensAt, closesAt } = session;
  await manager.update(EventSession, { id: session.id }, { startsAt, opensAt, closesAt });

  const last = Math.min(now, (closesAt ?? startsAt).getTime()) - 20 * MINUTE;
  for (const [i, id] of ids.entries()) {
    const createdAt = new Date(last - (ids.length - 1 - i) * 97 * MINUTE);
    await manager.update(Registration, { id }, { createdAt, updatedAt: createdAt });
  }
  const rows = await manager.findBy(Registration, { sessionId: session.id });
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
