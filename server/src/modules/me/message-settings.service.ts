import { Injectable } from '@nestjs/common';
import { currentVersion } from '@openday/shared/consent-texts';
import { MESSAGE_TOPICS, type MessageSettingsChange, type MessageSettings as Wire } from '@openday/shared/me';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { MessageSettings } from '../notifications/message-settings.entity';
import { ConsentsService } from './consents.service';
import { presentSettings } from './me.presenter';

/** Which messages leave the product for whom. */
@Injectable()
export class MessageSettingsService {
  constructor(
    private readonly database: Database,
    private readonly consents: ConsentsService,
  ) {}

  async of(accountId: string): Promise<Wire> {
    return presentSettings(await this.database.read.findOneBy(MessageSettings, { accountId }));
  }

  /** What is left out stays. SMS turned on is recorded as a consent, turned off as its withdrawal. */
  change({ id: accountId }: Caller, { on = [], off = [], sms }: MessageSettingsChange): Promise<Wire> {
    return this.database.write(async (manager) => {
      if (sms) await this.consents.record(manager, accountId, { kind: 'sms', version: currentVersion('sms') });
      if (sms === false) await this.consents.end(manager, accountId, 'sms');
      const before = await manager.findOneBy(MessageSettings, { accountId });
      const unwanted = new Set([...(before?.off ?? []), ...off]);
      for (const topic of on) unwanted.delete(topic);
      const after = {
        accountId,
        off: MESSAGE_TOPICS.filter((topic) => unwanted.has(topic)),
        sms: sms ?? before?.sms ?? false,
        updatedAt: await databaseNow(manager),
      };
      await manager.save(MessageSettings, after);
      return presentSettings(after);
    });
  }
}
