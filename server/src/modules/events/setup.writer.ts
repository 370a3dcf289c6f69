import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewQuota, SessionSetup } from '@openday/shared/sessions';
import { type EntityManager, In } from 'typeorm';
import { Ids } from '../../database/ids';
import { Vault } from '../privacy/vault.service';
import { Quota } from '../quotas/quota.entity';
import { Draw } from './draw.entity';
import type { EventSession } from './session.entity';
import { sounded } from './setup.rules';

/** How seats are given out, as a session's columns. */
export const setupColumns = (setup: SessionSetup, startsAt: Date) =>
  ({
    mode: setup.mode,
    opensAt: instant(setup.opensAt),
    closesAt: setup.mode === 'none' ? null : (instant(setup.closesAt) ?? startsAt),
    partyMax: setup.partyMax ?? 5,
    ceiling: setup.ceiling ?? null,
    companions: setup.companions ?? 'counted',
    asksChildren: setup.asksChildren ?? false,
    confirmHours: setup.confirmHours ?? null,
    cancelsUntil: instant(setup.cancelsUntil),
  }) satisfies Partial<EventSession>;

/** Writes a session's pools and its draw inside the caller's transaction. */
@Injectable()
export class SetupWriter {
  constructor(
    private readonly ids: Ids,
    private readonly vault: Vault,
  ) {}

  /** A pool of the same name stays the same pool. Returns the pools that are gone. */
  async write(manager: EntityManager, sessionId: string, setup: SessionSetup): Promise<string[]> {
    const known = await manager.findBy(Quota, { sessionId });
    const wanted = (setup.quotas ?? []).map((quota, i) => {
      const same = known.find(({ name }) => sounded(name) === sounded(quota.name));
      return { id: same?.id ?? this.ids.next(), sessionId, taken: 0, ...quotaColumns(quota, setup, i) };
    });
    const gone = known.flatMap(({ id }) => (wanted.some((quota) => quota.id === id) ? [] : [id]));
    if (gone.length) await manager.delete(Quota, { id: In(gone) });
    if (wanted.length) await manager.save(Quota, wanted);
    await this.writeDraw(manager, sessionId, setup);
    return gone;
  }

  /** The commitment stays what it was: only when and by which number may change. */
  private async writeDraw(manager: EntityManager, sessionId: string, { draw }: SessionSetup): Promise<void> {
    if (!draw) {
      await manager.delete(Draw, { sessionId });
      return;
    }
    const terms = { drawsAt: new Date(draw.drawsAt), publicSource: draw.publicSource ?? null };
    if ((await manager.update(Draw, { sessionId }, terms)).affected) return;
    const secret = randomBytes(32);
    const commitment = createHash('sha256').update(secret).digest('hex');
    await manager.insert(Draw, { sessionId, commitment, secret: this.vault.seal(secret), ...terms });
  }
}

const quotaColumns = (quota: NewQuota, { mode }: SessionSetup, i: number) => {
  const invited = quota.invited ?? mode === 'invited';
  return {
    name: quota.name,
    capacity: quota.capacity,
    isDefault: i === 0 && !invited,
    declaration: quota.declaration ?? null,
    approval: quota.approval ?? (mode === 'approval' && !invited),
    invited,
    asksEnterprise: quota.asksEnterprise ?? quota.perEnterprise !== undefined,
    perEnterprise: quota.perEnterprise ?? null,
    releasesAt: instant(quota.releasesAt),
  };
};

const instant = (text: string | undefined): Date | null => (text ? new Date(text) : null);
