import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Config } from '../../config';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { Vault } from '../privacy/vault.service';
import { WechatError } from './wechat-error.rules';
import { WechatHttpClient } from './wechat-http.client';
import { WechatToken } from './wechat-token.entity';

/** Longer than the call may take. */
const CLAIM_MS = 8_000;
/** After a failure nobody asks again for so long: not one call a request. */
const PAUSE_MS = 1_000;
const LOOK_MS = 100;
/** Before a token ends WeChat takes the old and the next one alike. */
const OVERLAP_MS = 300_000;

interface Held {
  version: number;
  token: string;
}

/** The access token of the mini program: one owner fetches it, all replicas use it. */
@Injectable()
export class WechatTokenService {
  private next: { after: number; held: Promise<Held> } | null = null;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly http: WechatHttpClient,
  ) {}

  /** Makes the call with the shared token; refused for the token, once more with the one after it. */
  async with<T>(call: (token: string) => Promise<T>): Promise<T> {
    const held = await this.current();
    try {
      return await call(held.token);
    } catch (error) {
      if (!(error instanceof WechatError) || !error.stale) throw error;
      return call((await this.after(held)).token);
    }
  }

  private async current(): Promise<Held> {
    const { read } = this.database;
    const row = await read.findOneBy(WechatToken, { appId: this.appId });
    const now = await databaseNow(read);
    return row?.token && row.expiresAt > now ? this.open(row) : this.after({ version: row?.version ?? 0, token: null });
  }

  /** In one process all who wait for the same token wait for one look, and for a moment share its failure. */
  private after(refused: { version: number; token: string | null }): Promise<Held> {
    if (this.next?.after === refused.version) return this.next.held;
    const next = { after: refused.version, held: this.renewed(refused) };
    this.next = next;
    const forget = () => {
      if (this.next === next) this.next = null;
    };
    next.held.then(forget, () => setTimeout(forget, PAUSE_MS).unref());
    return next.held;
  }

  private async renewed({ version, token }: { version: number; token: string | null }): Promise<Held> {
    for (let waited = 0; waited < CLAIM_MS; waited += LOOK_MS) {
      const row = await this.claim(version);
      if (row === 'mine') return this.fetch(version, token);
      if (row.token && row.version > version) return this.open(row);
      await pause(LOOK_MS);
    }
    throw new WechatError(null, 'no token in time');
  }

  private claim(version: number): Promise<WechatToken | 'mine'> {
    const { appId } = this;
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const blank = { appId, version: 0, token: null, expiresAt: now, claimedUntil: now };
      const row = await manager.findOneBy(WechatToken, { appId });
      if (!row) await manager.insert(WechatToken, blank);
      const free = { appId, version, claimedUntil: LessThanOrEqual(now) };
      const claimed = await manager.update(WechatToken, free, { claimedUntil: new Date(now.getTime() + CLAIM_MS) });
      return claimed.affected === 1 ? 'mine' : (row ?? manager.create(WechatToken, blank));
    });
  }

  private async fetch(version: number, refused: string | null): Promise<Held> {
    try {
      const plain = await this.asked(false);
      // WeChat takes the refused one for good: only a forced one is another. Twenty a day.
      const { access_token: token, expires_in } = plain.access_token === refused ? await this.asked(true) : plain;
      const life = expires_in * 1000 > 2 * OVERLAP_MS ? expires_in * 1000 - OVERLAP_MS : expires_in * 500;
      await this.store(version, { version: version + 1, token: this.vault.seal(token) }, life);
      return { version: version + 1, token };
    } catch (error) {
      await this.store(version, {}, null);
      // Whatever became of this call, the one the token was for was never made.
      throw error instanceof WechatError ? new WechatError(error.errcode, error.why) : error;
    }
  }

  private asked(force: boolean): Promise<{ access_token: string; expires_in: number }> {
    const { appId: appid, secret } = this.config.wechat!;
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: force };
    return this.http.json('/cgi-bin/stable_token', { body });
  }

  /** Only while nobody has stored a later one. `life` in ms; null = it failed. */
  private store(version: number, changes: Partial<WechatToken>, life: number | null): Promise<void> {
    return this.database.write(async (manager) => {
      const now = (await databaseNow(manager)).getTime();
      const times =
        life === null
          ? { claimedUntil: new Date(now + PAUSE_MS) }
          : { expiresAt: new Date(now + life), claimedUntil: new Date(now) };
      await manager.update(WechatToken, { appId: this.appId, version }, { ...changes, ...times });
    });
  }

  private open({ version, token }: WechatToken): Held {
    return { version, token: this.vault.open(token!) };
  }

  /** Throws WECHAT_OFF where nothing is set up. */
  private get appId(): string {
    if (!this.config.wechat) throw new AppError('WECHAT_OFF');
    return this.config.wechat.appId;
  }
}
