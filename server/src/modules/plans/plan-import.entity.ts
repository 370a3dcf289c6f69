import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 计划导入: a planning sheet of a unit. The same title and year at the same unit is the same sheet, imported again. */
@Entity('plan_imports')
@Index(['organizerId', 'year', 'title'], { unique: true })
export class PlanImport {
  @PrimaryId() id: string;
  @IdColumn() organizerId: string;
  @IdColumn({ nullable: true }) programmeId: string | null;
  @TextColumn(80) title: string;
  @CountColumn() year: number;
  /** When it was imported again last; null = imported once. */
  @InstantColumn({ nullable: true }) reimportedAt: Date | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}
