import { Injectable } from '@nestjs/common';
import type { UnitChange } from '@openday/shared/people';
import type { NewOrganizer, PlaceGroup, Organizer as Wire } from '@openday/shared/places';
import { type EntityManager, Like, Not } from 'typeorm';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { LiveCallers } from '../../http/live-callers';
import { AuditWriter } from '../audit/audit.writer';
import { tellShown } from '../changes/changes.writer';
import { Organizer, PATH_LENGTH } from './organizer.entity';
import { presentOrganizer, presentPlaces } from './organizer.presenter';
import { lockOrganizer, organizerInScope } from './scope.queries';
import { isWithin, movedPath, rootOf } from './tree.rules';

@Injectable()
export class OrganizersService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly audit: AuditWriter,
    private readonly live: LiveCallers,
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
      const parent = await this.lockedInTree(manager, body.parentId ?? caller.organizerId, caller);
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

  /**
   * Another name, office, or place in the tree, with all below it. Throws NOT_FOUND outside the caller's subtree,
   * DUPLICATE_NAME, UNIT_BELOW_ITSELF, BAD_REQUEST too far down or for the caller's own unit's place.
   */
  async change(caller: Caller, id: string, { parentId, ...plain }: UnitChange): Promise<{ ok: true }> {
    await this.database.write(async (manager) => {
      const unit = await this.lockedInTree(manager, id, caller);
      const to = parentId ?? unit.parentId;
      const moved: string[] = [];
      if (parentId && parentId !== unit.parentId) {
        if (unit.id === caller.organizerId)
          throw new AppError('BAD_REQUEST', [{ field: 'parentId', message: '本单位放在哪里，由上级来定' }]);
        moved.push(...(await this.move(manager, unit, await organizerInScope(manager, parentId, caller))));
      }
      const name = plain.name ?? unit.name;
      const namesake = to && (await manager.existsBy(Organizer, { parentId: to, name, id: Not(id) }));
      if (namesake) throw new AppError('DUPLICATE_NAME');
      if (Object.keys(plain).length) await manager.update(Organizer, { id }, plain);
      const act = parentId ? 'organizer.move' : 'organizer.change';
      await this.audit.append(manager, { accountId: caller.id, act, target: ['organizer', id] });
      if (plain.name || moved.length) await tellShown(manager, { organizers: [...new Set([id, ...moved])] });
    });
    this.live.forget();
    return { ok: true };
  }

  /** Who moved: the unit and all below it. */
  private async move(manager: EntityManager, unit: Organizer, to: Organizer): Promise<string[]> {
    if (isWithin(unit.path, to.path)) throw new AppError('UNIT_BELOW_ITSELF');
    const below = await manager.find(Organizer, { where: { path: Like(`${unit.path}%`) }, order: { id: 'ASC' } });
    const from = unit.path;
    const path = `${to.path}${unit.id}/`;
    if (below.some((one) => movedPath(one.path, from, path).length > PATH_LENGTH))
      throw new AppError('BAD_REQUEST', [{ field: 'parentId', message: '单位的层级太多了' }]);
    await manager.update(Organizer, { id: unit.id }, { parentId: to.id });
    for (const one of below) await manager.update(Organizer, { id: one.id }, { path: movedPath(one.path, from, path) });
    return below.map(({ id }) => id);
  }

  /** In the caller's subtree, read under the lock of the whole tree: nothing in it moves until the transaction ends. */
  private async lockedInTree(manager: EntityManager, id: string | null, caller: Caller): Promise<Organizer> {
    const { path } = await organizerInScope(manager, id, caller);
    await lockOrganizer(manager, rootOf(path));
    return organizerInScope(manager, id, caller);
  }
}
