import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Quota } from '../quotas/quota.entity';
import { Draw } from './draw.entity';
import { EventSession } from './session.entity';

/** Takes away sessions nobody ever saw, inside the caller's transaction. */
@Injectable()
export class DraftWriter {
  /** All sessions of the event with their pools and draws. To be asked of drafts only: nobody can be registered. */
  async clear(manager: EntityManager, eventId: string): Promise<void> {
    const sessions = await manager.find(EventSession, { select: { id: true }, where: { eventId } });
    const ids = sessions.map(({ id }) => id);
    if (!ids.length) return;
    await manager.delete(Quota, { sessionId: In(ids) });
    await manager.delete(Draw, { sessionId: In(ids) });
    await manager.delete(EventSession, { id: In(ids) });
  }
}
