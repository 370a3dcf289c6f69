import { Injectable } from '@nestjs/common';
import type { Tokens } from '@openday/shared/auth';
import type { PhoneProof, WechatCode } from '@openday/shared/sign-in';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { IdentitiesWriter } from '../accounts/identities.writer';
import type { IdentityKind } from '../accounts/identity.entity';
import { WechatClient } from '../wechat/wechat.client';
import { PhoneCodeService } from './phone-code.service';
import { SignInWriter } from './sign-in.writer';

/** How residents come in: by WeChat without a word, or by a code sent to their phone. */
@Injectable()
export class ResidentSignInService {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentitiesWriter,
    private readonly signIns: SignInWriter,
    private readonly codes: PhoneCodeService,
    private readonly wechat: WechatClient,
  ) {}

  /** Throws WECHAT_OFF and what WechatClient throws. */
  async byWechat({ code }: WechatCode, userAgent: string): Promise<Tokens> {
    const openid = await this.wechat.openidOf(code);
    return this.database.write((manager) => this.enter(manager, 'wechat', openid, userAgent));
  }

  /** Throws WRONG_CODE. */
  async byPhone(proof: PhoneProof, userAgent: string): Promise<Tokens> {
    const tokens = await this.database.write(async (manager) =>
      (await this.codes.isProven(manager, proof)) ? this.enter(manager, 'phone', proof.phone, userAgent) : null,
    );
    // Refused after the transaction, so that the wrong try stays counted.
    if (!tokens) throw new AppError('WRONG_CODE');
    return tokens;
  }

  private async enter(manager: EntityManager, way: IdentityKind, value: string, userAgent: string): Promise<Tokens> {
    return this.signIns.begin(manager, await this.identities.account(manager, way, value), { way, userAgent });
  }
}
