import type { PlanDecision, PlanRowState, RowChange } from '@openday/shared/plans';
import { Entity, Index } from 'typeorm';
import {
  CodeColumn,
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryId,
} from '../../database/columns';
import type { PublishedRow } from './plan-publish.rules';

/** 计划行: one row of a sheet, what was read from it, and what the clerk decided. `organizerId` is the import's. */
@Entity('plan_rows')
@Index(['importId', 'position'])
export class PlanRow {
  @PrimaryId() id: string;
  @IdColumn() importId: string;
  @IdColumn() organizerId: string;
  /** Its place in the sheet, from 1. */
  @CountColumn() position: number;
  /** Keyed hash of its texts, by which the same row is known again. */
  @CodeColumn(64) contentHash: string;
  @CodeColumn(12) state: PlanRowState;
  /** Raw cells, values and findings, sealed: they name people and numbers. */
  @LongTextColumn() sheet: string;
  @JsonColumn() decided: PlanDecision;
  /** Against the import before; null in a sheet imported once. */
  @CodeColumn(8, { nullable: true }) change: RowChange | null;
  /** What `sheet` was before the last import, sealed; null where nothing changed. */
  @LongTextColumn({ nullable: true }) before: string | null;
  /** What was made public last, to tell what has changed since; null = nothing was. */
  @JsonColumn({ nullable: true }) published: PublishedRow | null;
  @IdColumn({ nullable: true }) eventId: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}
