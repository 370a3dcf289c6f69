import { Injectable } from '@nestjs/common';
import type { DrawView } from '@openday/shared/draws';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { Draw } from '../events/draw.entity';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Vault } from '../privacy/vault.service';
import { deskSession } from './desk.queries';
import { presentDraw } from './draw.presenter';
import { DrawWriter } from './draw.writer';
import { DrawEntry } from './draw-entry.entity';
import { Registration } from './registration.entity';

@Injectable()
export class DrawsService {
  constructor(
    private readonly database: Database,
    private readonly writer: DrawWriter,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** For everybody: what was promised, and once drawn all that is needed to repeat it. */
  async view(sessionId: string): Promise<DrawView> {
    const manager = this.database.read;
    const session = await manager.findOneBy(EventSession, { id: sessionId, publishedAt: Not(IsNull()) });
    const draw = session && (await manager.findOneBy(Draw, { sessionId }));
    if (!draw) throw new AppError('NOT_FOUND');
    const [event, entries, applied] = await Promise.all([
      manager.findOneByOrFail(Event, { id: session.eventId }),
      manager.find(DrawEntry, { where: { sessionId }, order: { ticketNo: 'ASC' } }),
      manager.countBy(Registration, { sessionId, status: 'applied', ticketNo: Not(IsNull()) }),
    ]);
    const listed = draw.listHash === null ? applied : entries.length;
    return presentDraw({ session, event, draw, entries, applied: listed, secret: this.vault.openBytes(draw.secret) });
  }

  /** Throws what `DrawWriter.draw` says. */
  async draw(caller: Caller, sessionId: string, publicNumber: string | undefined): Promise<DrawView> {
    await this.database.write(async (manager) => {
      await deskSession(manager, caller, sessionId);
      await this.writer.draw(manager, sessionId, publicNumber);
      await this.audit.append(manager, { accountId: caller.id, act: 'session.draw', target: ['session', sessionId] });
    });
    return this.view(sessionId);
  }
}
