import { Injectable } from '@nestjs/common';
import type { Caller } from '../../http/access';
import { SlotPlansService } from '../events/slot-plans.service';
import { type Column, shortTable, type Table } from './table.rules';
import { KIND_NAMES } from './words.rules';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

const COLUMNS: Column[] = [
  { title: '场地', width: 28 },
  { title: '活动主题', width: 32 },
  { title: '周几开放', width: 24 },
  { title: '几点开门', width: 10 },
  { title: '几点关门', width: 10 },
  { title: '每场几分钟', width: 11 },
  { title: '每场几人', width: 10 },
  { title: '提前排几周', width: 11 },
  { title: '放假不开', width: 10 },
  { title: '排到', width: 12 },
  { title: '状态', width: 10 },
];

/** 固定开放: which days and hours the places of the caller's units take visits, newest first. */
@Injectable()
export class SlotsTableReader {
  constructor(private readonly slots: SlotPlansService) {}

  async table(caller: Caller): Promise<Table> {
    const { items } = await this.slots.list(caller);
    const lines = items.map(({ venue, theme, weekdays, opens, ends, minutes, seats, weeks, ...plan }) => [
      ...[venue.name, theme, weekdays.map((day) => WEEKDAYS[day - 1]).join('、')],
      ...[opens, ends, minutes, seats, weeks, plan.skipsHolidays ? '是' : null, plan.madeUntil],
      plan.paused ? '停着' : '开放',
    ]);
    return shortTable(KIND_NAMES.slots, COLUMNS, lines);
  }
}
