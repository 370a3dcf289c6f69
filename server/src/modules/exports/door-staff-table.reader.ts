import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { Caller } from '../../http/access';
import { DoorStaffService } from '../check-in/door-staff.service';
import { type Column, shortTable, type Table } from './table.rules';
import { KIND_NAMES, momentWords } from './words.rules';

const COLUMNS: Column[] = [
  { title: '姓名', width: 14 },
  { title: '设备', width: 36 },
  { title: '加入时间', width: 18 },
  { title: '撤下时间', width: 18 },
];

/** Who works or worked the door of one session, as the unit calls them. */
@Injectable()
export class DoorStaffTableReader {
  constructor(private readonly door: DoorStaffService) {}

  /** Throws NOT_FOUND for another unit's. */
  async table(caller: Caller, { session = '' }: NewExport): Promise<Table> {
    const { staff } = await this.door.list(caller, session);
    const lines = staff.map(({ name, devices, joinedAt, revokedAt }) => [
      ...[name, devices.join('、') || null],
      ...[joinedAt, revokedAt].map((at) => at && momentWords(new Date(at))),
    ]);
    return shortTable(KIND_NAMES.doorStaff, COLUMNS, lines);
  }
}
