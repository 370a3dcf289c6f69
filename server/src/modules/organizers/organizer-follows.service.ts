import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Organizer } from './organizer.entity';
import { OrganizerFollow } from './organizer-follow.entity';

@Injectable()
export class OrganizerFollowsService {
  constructor(private readonly database: Database) {}

  /** Whether the caller follows the unit; nobody signed in follows any. Throws NOT_FOUND. */
  async state(organizerId: string, caller?: Caller): Promise<{ following: boolean }> {
    const manager = this.database.read;
    if (!(await manager.existsBy(Organizer, { id: organizerId }))) throw new AppError('NOT_FOUND');
    return {
      following: caller ? await manager.existsBy(OrganizerFollow, { accountId: caller.id, organizerId }) : false,
    };
  }

  /** Following twice, or ending what was not followed, changes nothing. Throws NOT_FOUND. */
  follow(organizerId: string, caller: Caller, following: boolean): Promise<{ following: boolean }> {
    return this.database.write(async (manager) => {
      if (!(await manager.existsBy(Organizer, { id: organizerId }))) throw new AppError('NOT_FOUND');
      const key = { accountId: caller.id, organizerId };
      if (!following) await manager.delete(OrganizerFollow, key);
      // Who is quicker by a moment makes the transaction run again and find the row.
      else if (!(await manager.existsBy(OrganizerFollow, key)))
        await manager.insert(OrganizerFollow, { ...key, createdAt: new Date() });
      return { following };
    });
  }
}
