import { Injectable } from '@nestjs/common';
import type { Arrived } from '@openday/shared/contract-arrivals';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Registration } from '../registrations/registration.entity';
import { attendanceOf } from './attendance.rules';
import { factsOfParty } from './door.queries';

/** What a resident may know of the door's facts: how many of their own party are in. */
@Injectable()
export class ArrivalsService {
  constructor(private readonly database: Database) {}

  /** Throws NOT_FOUND where the registration was made by another account. */
  async of(caller: Caller, id: string): Promise<Arrived> {
    const manager = this.database.read;
    const party = await manager.findOneBy(Registration, { id, accountId: caller.id });
    if (!party) throw new AppError('NOT_FOUND');
    const { arrivals } = attendanceOf(await factsOfParty(manager, id), [party]);
    return { seats: arrivals.get(id)?.seats ?? 0 };
  }
}
