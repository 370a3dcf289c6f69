import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DoorStaff, NewDoorInvite, DoorInvite as Wire } from '@openday/shared/check-in';
import { type EntityManager, In, IsNull } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { DoorInvite } from '../accounts/door-invite.entity';
import { StaffAssignment } from '../accounts/staff-assignment.entity';
import { AuditWriter } from '../audit/audit.writer';
import { inScope } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { doorSession } from './door.queries';
import { DoorDevice } from './door-device.entity';
import { presentInvite } from './door-invite.presenter';

const HOUR = 3_600_000;

/** Who works a session's door: invited by the unit with a link that ends, taken off it at once. */
@Injectable()
export class DoorStaffService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  async list(caller: Caller, sessionId: string): Promise<DoorStaff> {
    await doorSession(this.database.read, caller, sessionId);
    return this.present(this.database.read, caller, sessionId);
  }

  /** The token is in this answer and nowhere else. Throws NOT_FOUND for a session that is not the caller's. */
  invite(caller: Caller, { sessions, hours }: NewDoorInvite): Promise<Wire> {
    // 144 bits in 24 characters: a mini code has room for it.
    const token = randomBytes(18).toString('base64url');
    return this.database.write(async (manager) => {
      const wanted = [...new Set(sessions)];
      const own = await Promise.all(wanted.map((id) => doorSession(manager, caller, id)));
      const now = await databaseNow(manager);
      const invite = manager.create(DoorInvite, {
        id: this.ids.next(),
        organizerId: own[0]!.organizerId,
        sessionIds: wanted,
        tokenIndex: this.vault.index('token', token),
        createdBy: caller.id,
        expiresAt: new Date(now.getTime() + hours * HOUR),
        revokedAt: null,
        joined: 0,
        createdAt: now,
      });
      await manager.insert(DoorInvite, invite);
      await this.audit.append(manager, { accountId: caller.id, act: 'door.invite', target: ['doorInvite', invite.id] });
      return presentInvite(invite, token);
    });
  }

  endInvite(caller: Caller, id: string): Promise<Wire> {
    return this.database.write(async (manager) => {
      const invite = await inScope(manager.createQueryBuilder(DoorInvite, 'invite'), 'invite', caller)
        .where('invite.id = :id', { id })
        .getOne();
      if (!invite) throw new AppError('NOT_FOUND');
      invite.revokedAt ??= await databaseNow(manager);
      await manager.update(DoorInvite, { id }, { revokedAt: invite.revokedAt });
      await this.audit.append(manager, { accountId: caller.id, act: 'door.endInvite', target: ['doorInvite', id] });
      return presentInvite(invite, null);
    });
  }

  /** Takes somebody off one session's door; what they recorded before still counts. */
  revoke(caller: Caller, sessionId: string, accountId: string): Promise<DoorStaff> {
    return this.database.write(async (manager) => {
      await doorSession(manager, caller, sessionId);
      const assigned = await manager.existsBy(StaffAssignment, { sessionId, accountId });
      if (!assigned) throw new AppError('NOT_FOUND');
      const still = { sessionId, accountId, revokedAt: IsNull() };
      await manager.update(StaffAssignment, still, { revokedAt: await databaseNow(manager) });
      await this.audit.append(manager, { accountId: caller.id, act: 'door.revoke', target: ['account', accountId] });
      return this.present(manager, caller, sessionId);
    });
  }

  private async present(manager: EntityManager, caller: Caller, sessionId: string): Promise<DoorStaff> {
    const assigned = await manager.findBy(StaffAssignment, { sessionId });
    const people = await manager.findBy(Account, { id: In(assigned.map(({ accountId }) => accountId)) });
    const devices = await manager.findBy(DoorDevice, { sessionId });
    const invites = await inScope(manager.createQueryBuilder(DoorInvite, 'invite'), 'invite', caller)
      .where('invite.sessionIds LIKE :session', { session: `%"${sessionId}"%` })
      .orderBy('invite.id', 'DESC')
      .getMany();
    return {
      staff: assigned.map(({ accountId: id, joinedAt, revokedAt }) => {
        const sealed = people.find((account) => account.id === id)?.name;
        return {
          id,
          name: sealed ? this.vault.open(sealed) : '',
          joinedAt: joinedAt?.toISOString() ?? null,
          revokedAt: revokedAt?.toISOString() ?? null,
          devices: devices.flatMap(({ accountId, name, deviceId }) => (accountId === id ? [name || deviceId] : [])),
        };
      }),
      invites: invites.map((invite) => presentInvite(invite, null)),
    };
  }
}
