import { Injectable } from '@nestjs/common';
import type { NewSessionMessage, SessionMessage as Wire } from '@openday/shared/registrants';
import { In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Vault } from '../privacy/vault.service';
import { hasMobile } from '../privacy/words.rules';
import { deskSession } from './desk.queries';
import { Registration } from './registration.entity';
import { SessionMessage } from './session-message.entity';
import { LIVE } from './standing.rules';

/** Words are taken out of what was sent 30 days after a session: nothing is sent that would stay. */
const AFTER_END_MS = 7 * 86_400_000;

/** What a unit says to those registered for a session. */
@Injectable()
export class SessionMessagesService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * To each account with a live registration, or to those of the ones named, once. Throws KEY_REQUIRED, KEY_REUSED,
   * MESSAGE_NUMBER, NOT_FOUND, and BAD_REQUEST where nobody would read it.
   */
  send(caller: Caller, sessionId: string, key: unknown, body: NewSessionMessage): Promise<Wire> {
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new AppError('KEY_REQUIRED');
    if (hasMobile(body.text)) throw new AppError('MESSAGE_NUMBER');
    const keyId = this.vault.index('key', `${caller.id} messages ${sessionId} ${key}`);
    const bodyHash = this.vault.index('body', JSON.stringify(body));
    return this.database.write(async (manager) => {
      const session = await deskSession(manager, caller, sessionId);
      const standing = await manager.findOneBy(SessionMessage, { keyId });
      if (standing && standing.bodyHash !== bodyHash) throw new AppError('KEY_REUSED');
      if (standing) return presented(standing);
      const now = await databaseNow(manager);
      if (session.endsAt.getTime() + AFTER_END_MS < now.getTime())
        throw new AppError('BAD_REQUEST', [{ field: 'text', message: '这场结束一周了，不能再发' }]);
      const whom = { sessionId, status: In(LIVE), ...(body.ids && { id: In(body.ids) }) };
      const live = await manager.find(Registration, { where: whom, order: { id: 'ASC' } });
      // Who registered several parties reads it once.
      const told = new Map([...live].reverse().map(({ accountId, id }) => [accountId, id]));
      if (!told.size) throw new AppError('BAD_REQUEST', [{ field: 'ids', message: '没有收得到的人' }]);
      const message = { sessionId, text: body.text, told: told.size, keyId, bodyHash, createdAt: now };
      const row = manager.create(SessionMessage, { ...message, id: this.ids.next() });
      await manager.insert(SessionMessage, row);
      const rows = [...told].map(([accountId, subjectId]) => ({
        ...{ kind: 'message' as const, accountId, subjectId, note: body.text },
      }));
      await this.outbox.append(manager, rows, now);
      await this.audit.append(manager, {
        accountId: caller.id,
        act: 'session.message',
        target: ['session', sessionId],
      });
      return presented(row);
    });
  }

  /** Newest first. */
  async list(caller: Caller, sessionId: string): Promise<{ items: Wire[] }> {
    await deskSession(this.database.read, caller, sessionId);
    const rows = await this.database.read.find(SessionMessage, { where: { sessionId }, order: { id: 'DESC' } });
    return { items: rows.map(presented) };
  }
}

const presented = ({ id, text, told, createdAt }: SessionMessage): Wire => ({
  ...{ id, text, told },
  at: createdAt.toISOString(),
});
