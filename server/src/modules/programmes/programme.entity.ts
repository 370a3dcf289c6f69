import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 开放月计划 */
@Entity('programmes')
@Index(['organizerId', 'year', 'title'], { unique: true })
export class Programme {
  @PrimaryId() id: string;
  @IdColumn() organizerId: string;
  @TextColumn(80) title: string;
  @CountColumn() year: number;
  @InstantColumn() createdAt: Date;
}
