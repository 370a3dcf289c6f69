import { Injectable } from '@nestjs/common';
import type { Tokens } from '@openday/shared/auth';
import type { DoorJoin } from '@openday/shared/check-in';
import type { OfferedWays } from '@openday/shared/sign-in';
import { In, IsNull, MoreThan } from 'typeorm';
import { Config } from '../../config';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { SignInEnds } from '../../http/sign-in-ends';
import { AccountsService } from '../accounts/accounts.service';
import { DoorInvite } from '../accounts/door-invite.entity';
import { StaffAssignment } from '../accounts/staff-assignment.entity';
import { AuditWriter } from '../audit/audit.writer';
import { Vault } from '../privacy/vault.service';
import { SignInWriter } from './sign-in.writer';

/** What is offered, joining a door, renewing, signing out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly signIns: SignInWriter,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly ends: SignInEnds,
  ) {}

  ways(): OfferedWays {
    const { demo, wechat, sms } = this.config;
    return { demo, wechat: wechat !== null, sms: sms !== null };
  }

  /** Somebody joins the door staff of the sessions an invite names. Throws INVITE_ENDED. */
  byInvite({ token, name }: DoorJoin, userAgent: string): Promise<Tokens> {
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const live = {
        tokenIndex: In(this.vault.indexes('token', token)),
        revokedAt: IsNull(),
        expiresAt: MoreThan(now),
      };
      const invite = await manager.findOneBy(DoorInvite, live);
      if (!invite) throw new AppError('INVITE_ENDED');
      const { id, organizerId, sessionIds } = invite;
      const account = await this.accounts.create(manager, { role: 'staff', username: null, organizerId, name });
      const assignments = sessionIds.map((sessionId) => ({ accountId: account.id, sessionId, joinedAt: now }));
      await manager.insert(StaffAssignment, assignments);
      await manager.increment(DoorInvite, { id }, 'joined', 1);
      await this.audit.append(manager, { accountId: account.id, act: 'door.join', target: ['doorInvite', id] });
      return this.signIns.begin(manager, account, { way: 'door', userAgent });
    });
  }

  /** The next pair. Throws TOKEN_EXPIRED; a token used before signs its whole family out. */
  async refresh(refreshToken: string): Promise<Tokens> {
    const tokens = await this.database.write((manager) => this.signIns.renew(manager, refreshToken));
    // Refused after the transaction, so that what it recorded stays.
    if (tokens) return tokens;
    await this.ends.look();
    throw new AppError('TOKEN_EXPIRED');
  }

  async logout(refreshToken: string): Promise<{ ok: true }> {
    await this.database.write((manager) => this.signIns.end(manager, refreshToken));
    await this.ends.look();
    return { ok: true };
  }

  /** Out at once on this replica, within seconds on every other. Throws TOKEN_EXPIRED: then nobody is signed out. */
  async logoutEverywhere(refreshToken: string): Promise<{ ok: true }> {
    await this.database.write((manager) => this.signIns.endAll(manager, refreshToken));
    await this.ends.look();
    return { ok: true };
  }
}
