import { Injectable } from '@nestjs/common';
import type { Closing, PastSession } from '@openday/shared/closing';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AuditWriter } from '../audit/audit.writer';
import { ClosingService } from './closing.service';
import { PastSessionWriter } from './past-session.writer';

@Injectable()
export class PastSessionsService {
  constructor(
    private readonly database: Database,
    private readonly past: PastSessionWriter,
    private readonly closings: ClosingService,
    private readonly audit: AuditWriter,
  ) {}

  /** Recorded and at once public among what is over. */
  async record(caller: Caller, body: PastSession): Promise<Closing> {
    const { id } = await this.database.write(async (manager) => {
      const session = await this.past.record(manager, caller, body, await databaseNow(manager));
      await this.audit.append(manager, {
        accountId: caller.id,
        act: 'closing.record',
        target: ['session', session.id],
      });
      return session;
    });
    return this.closings.publish(caller, id);
  }
}
