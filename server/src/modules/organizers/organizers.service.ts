import { Injectable } from '@nestjs/common';
import type { NewOrganizer, PlaceGroup, Organizer as Wire } from '@openday/shared/places';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { Organizer, PATH_LENGTH } from './organizer.entity';
import { presentOrganizer, presentPlaces } from './organizer.presenter';
import { lockOrganizer, organizerInScope } from './scope.queries';

@Injectable()
export class OrganizersService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly audit: AuditWriter,
  ) {}

  async list(): Promise<{ items: Wire[] }> {
    const all = await this.database.read.find(Organizer, { order: { path: 'ASC' } });
    return { items: all.map(presentOrganizer) };
  }

  async places(): Promise<{ groups: PlaceGroup[] }> {
    return { groups: presentPlaces(await this.database.read.find(Organizer, { order: { path: 'ASC' } })) };
  }

  /** A unit below the caller's own. Throws DUPLICATE_NAME beside a sibling of that name, BAD_REQUEST too far down. */
  create(caller: Caller, body: NewOrganizer): Promise<Wire> {
    return this.database.write(async (manager) => {
      const parent = await organizerInScope(manager, body.parentId ?? caller.organizerId, caller);
      await lockOrganizer(manager, parent.id);
      if (await manager.existsBy(Organizer, { parentId: parent.id, name: body.name }))
        throw new AppError('DUPLICATE_NAME');
      const id = this.ids.next();
      const path = `${parent.path}${id}/`;
      if (path.length > PATH_LENGTH)
        throw new AppError('BAD_REQUEST', [{ field: 'parentId', message: '单位的层级太多了' }]);
      const organizer = manager.create(Organizer, {
        id,
        parentId: parent.id,
        path,
        name: body.name,
        placeName: null,
        lng: null,
        lat: null,
        createdAt: new Date(),
      });
      await manager.insert(Organizer, organizer);
      await this.audit.append(manager, { accountId: caller.id, act: 'organizer.create', target: ['organizer', id] });
      return presentOrganizer(organizer);
    });
  }
}
