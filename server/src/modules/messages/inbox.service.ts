import { Injectable } from '@nestjs/common';
import type { Message } from '@openday/shared/messages';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import { Database } from '../../database/database';
import { decodeCursor, toPage } from '../../http/cursor';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import { aboutOf } from './about.queries';
import { InboxMark } from './inbox-mark.entity';
import { wordsOf } from './words.rules';

/** 消息: everything somebody was told, in the product itself, whatever else was sent. */
@Injectable()
export class InboxService {
  constructor(private readonly database: Database) {}

  /** Newest first, said of what stands now. */
  async list(accountId: string, { cursor, limit = 20 }: { cursor?: string; limit?: number }): Promise<Page<Message>> {
    const manager = this.database.read;
    const after = decodeCursor(cursor, 'id')?.[0];
    const rows = await manager.find(OutboxMessage, {
      where: { accountId, ...(after !== undefined && { id: LessThan(String(after)) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const now = await this.database.now();
    const abouts = await aboutOf(
      manager,
      rows.map(({ subjectId }) => subjectId),
      now,
    );
    const upTo = await readUpTo(manager, accountId);
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => {
        const { title, text, page } = wordsOf(row, abouts.get(row.subjectId) ?? null, now);
        const { id, kind } = row;
        return { id, kind, title, text, page, at: row.createdAt.toISOString(), unread: row.createdAt > upTo };
      },
    );
  }

  async unread(accountId: string): Promise<{ count: number }> {
    const manager = this.database.read;
    return { count: await newer(manager, accountId, await readUpTo(manager, accountId)) };
  }

  /** How many are left. Reading never goes back. */
  read(accountId: string, upTo: Date): Promise<{ count: number }> {
    return this.database.write(async (manager) => {
      const moved = await manager.update(InboxMark, { accountId, upTo: LessThan(upTo) }, { upTo });
      if (!moved.affected && !(await manager.existsBy(InboxMark, { accountId })))
        await manager.insert(InboxMark, { accountId, upTo });
      return { count: await newer(manager, accountId, await readUpTo(manager, accountId)) };
    });
  }
}

const readUpTo = async (manager: EntityManager, accountId: string): Promise<Date> =>
  (await manager.findOneBy(InboxMark, { accountId }))?.upTo ?? new Date(0);

const newer = (manager: EntityManager, accountId: string, upTo: Date): Promise<number> =>
  manager.countBy(OutboxMessage, { accountId, createdAt: MoreThan(upTo) });
