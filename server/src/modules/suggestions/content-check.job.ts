import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { Identity } from '../accounts/identity.entity';
import { Vault } from '../privacy/vault.service';
import { MOST_CHECKED, WechatClient } from '../wechat/wechat.client';
import { WechatError } from '../wechat/wechat-error.rules';
import { ContentCheck } from './content-check.entity';
import { ContentCheckWriter } from './content-check.writer';
import type { CheckVerdict } from './publication.rules';
import { Suggestion } from './suggestion.entity';
import { SuggestionReader } from './suggestion.reader';

const LOOK_MS = 10_000;
const PIECE = 10;
/** Who wrote has not used the mini program for two hours: WeChat judges no more. */
const AWAY = 61010;

/** Has WeChat look at what residents wrote. Every replica runs it; looking twice changes nothing. */
@Injectable()
export class ContentCheckJob {
  private readonly log = new Logger(ContentCheckJob.name);

  constructor(
    private readonly database: Database,
    private readonly checks: ContentCheckWriter,
    private readonly reader: SuggestionReader,
    private readonly vault: Vault,
    private readonly wechat: WechatClient,
  ) {}

  /** How many WeChat looked at, or will not look at any more. */
  @Interval('content-checks', LOOK_MS)
  @Job
  async run(): Promise<number> {
    try {
      const due = await this.database.read.find(ContentCheck, {
        where: { dueAt: LessThanOrEqual(await this.database.now()) },
        order: { dueAt: 'ASC' },
        take: PIECE,
      });
      const settled = await Promise.all(due.map((one) => this.look(one)));
      return settled.filter(Boolean).length;
    } catch (error) {
      // Looked for again in seconds; what was claimed, when the claim is over.
      this.log.error(error, 'content checks');
      return 0;
    }
  }

  private async look(due: ContentCheck): Promise<boolean> {
    const claimed = await this.checks.claim(due);
    if (!claimed) return false;
    const verdict = await this.verdictOn(due.suggestionId);
    await this.checks.settle(claimed, verdict);
    return verdict !== null;
  }

  /** Null = ask again later. */
  private async verdictOn(id: string): Promise<CheckVerdict | null> {
    const manager = this.database.read;
    const suggestion = await manager.findOneBy(Suggestion, { id });
    const { accountId } = suggestion ?? {};
    const identity = accountId ? await manager.findOneBy(Identity, { accountId, kind: 'wechat' }) : null;
    if (!suggestion || !identity || !this.wechat.on) return 'none';
    const said = (await this.reader.said(manager, [suggestion])).get(id) ?? [];
    try {
      return await this.worst(said.join('\n'), this.vault.open(identity.value));
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      return error.errcode === AWAY ? 'none' : null;
    }
  }

  private async worst(words: string, openid: string): Promise<CheckVerdict> {
    const letters = [...words];
    let worst: CheckVerdict = 'pass';
    for (let from = 0; from < letters.length && worst !== 'risky'; from += MOST_CHECKED) {
      const part = letters.slice(from, from + MOST_CHECKED).join('');
      const verdict = await this.wechat.check(part, openid, 'comment');
      if (verdict !== 'pass') worst = verdict;
    }
    return worst;
  }
}
