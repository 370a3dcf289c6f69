import { Injectable } from '@nestjs/common';
import type { PhoneBound, PhoneProof, SignInWays, WechatCode } from '@openday/shared/sign-in';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { SignInEnds } from '../../http/sign-in-ends';
import { AccountMergeWriter } from '../accounts/account-merge.writer';
import { AccountsService } from '../accounts/accounts.service';
import { IdentitiesWriter } from '../accounts/identities.writer';
import type { IdentityKind } from '../accounts/identity.entity';
import { AuditWriter } from '../audit/audit.writer';
import { Vault } from '../privacy/vault.service';
import { WechatClient } from '../wechat/wechat.client';
import { PhoneCodeService } from './phone-code.service';
import { SecondFactorWriter } from './second-factor.writer';
import { SignInWriter } from './sign-in.writer';

/** By what a resident signs in: bound, unbound, and brought together where one person had two accounts. */
@Injectable()
export class BindingService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly identities: IdentitiesWriter,
    private readonly merging: AccountMergeWriter,
    private readonly factors: SecondFactorWriter,
    private readonly signIns: SignInWriter,
    private readonly codes: PhoneCodeService,
    private readonly wechat: WechatClient,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly ends: SignInEnds,
  ) {}

  ways(caller: Caller): Promise<SignInWays> {
    return this.waysOf(this.database.read, caller.id);
  }

  /** Throws WRONG_CODE, PHONE_TAKEN. */
  async phoneByCode(caller: Caller, proof: PhoneProof, userAgent: string): Promise<PhoneBound> {
    const bound = await this.database.write(async (manager) =>
      (await this.codes.isProven(manager, proof)) ? this.bindPhone(manager, caller, proof.phone, userAgent) : null,
    );
    if (!bound) throw new AppError('WRONG_CODE');
    return this.seen(bound);
  }

  /** Throws PHONE_TAKEN, PHONE_ABROAD and what WechatClient throws. */
  async phoneByWechat(caller: Caller, { code }: WechatCode, userAgent: string): Promise<PhoneBound> {
    const phone = await this.wechat.phoneOf(code);
    return this.seen(await this.database.write((manager) => this.bindPhone(manager, caller, phone, userAgent)));
  }

  /** Throws WECHAT_TAKEN where it signs in to an account with a phone of its own. */
  async bindWechat({ id }: Caller, { code }: WechatCode): Promise<SignInWays> {
    const openid = await this.wechat.openidOf(code);
    return this.database.write(async (manager) => {
      await this.accounts.live(manager, id);
      const held = await this.identities.holder(manager, 'wechat', openid);
      if (held && held.accountId !== id) {
        const others = await this.identities.of(manager, held.accountId);
        if (others.some(({ kind }) => kind === 'phone')) throw new AppError('WECHAT_TAKEN');
        await this.identities.unbind(manager, held.accountId, 'wechat');
        await this.merging.merge(manager, held.accountId, id);
      }
      await this.identities.bind(manager, id, 'wechat', openid);
      await this.note(manager, id, 'account.bindWechat');
      return this.waysOf(manager, id);
    });
  }

  /** Throws LAST_WAY_IN. */
  unbind({ id }: Caller, kind: IdentityKind): Promise<SignInWays> {
    return this.database.write(async (manager) => {
      const { passwordHash } = await this.accounts.live(manager, id);
      const others = (await this.identities.of(manager, id)).filter((one) => one.kind !== kind);
      if (!others.length && !passwordHash) throw new AppError('LAST_WAY_IN');
      await this.identities.unbind(manager, id, kind);
      await this.note(manager, id, kind === 'phone' ? 'account.unbindPhone' : 'account.unbindWechat');
      return this.waysOf(manager, id);
    });
  }

  private async bindPhone(
    manager: EntityManager,
    { id }: Caller,
    phone: string,
    userAgent: string,
  ): Promise<PhoneBound> {
    await this.accounts.live(manager, id);
    const held = await this.identities.holder(manager, 'phone', phone);
    if (held && held.accountId !== id) return this.comeTogether(manager, id, held.accountId, userAgent);
    await this.identities.bind(manager, id, 'phone', phone);
    await this.note(manager, id, 'account.bindPhone');
    return { account: await this.accounts.present(manager, await this.accounts.live(manager, id)), tokens: null };
  }

  /** Came by WeChat, and turns out to be who signs in by this number: WeChat and all else goes over to that account. */
  private async comeTogether(
    manager: EntityManager,
    id: string,
    other: string,
    userAgent: string,
  ): Promise<PhoneBound> {
    const own = await this.identities.of(manager, id);
    const theirs = await this.identities.of(manager, other);
    const kinds = [...own, ...theirs].map(({ kind }) => kind);
    if (new Set(kinds).size !== kinds.length) throw new AppError('PHONE_TAKEN');
    const account = await this.accounts.live(manager, other);
    await this.merging.merge(manager, id, other);
    await this.ends.all(manager, id);
    await this.note(manager, other, 'account.merge');
    const tokens = await this.signIns.begin(manager, account, { way: 'wechat', userAgent });
    return { account: tokens.account, tokens };
  }

  private async seen(bound: PhoneBound): Promise<PhoneBound> {
    if (bound.tokens) await this.ends.look();
    return bound;
  }

  private async waysOf(manager: EntityManager, id: string): Promise<SignInWays> {
    const kinds = (await this.identities.of(manager, id)).map(({ kind }) => kind);
    const { passwordHash } = await this.accounts.live(manager, id);
    return {
      phone: kinds.includes('phone'),
      wechat: kinds.includes('wechat'),
      password: passwordHash !== null,
      totp: (await this.factors.of(manager, id)) !== null,
    };
  }

  private async note(manager: EntityManager, id: string, act: string): Promise<void> {
    const pseudonym = this.vault.pseudonym(id);
    await this.audit.append(manager, { accountId: pseudonym, act, target: ['account', pseudonym] });
  }
}
