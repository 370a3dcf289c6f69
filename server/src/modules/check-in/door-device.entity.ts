import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryCode, PrimaryId, TextColumn } from '../../database/columns';

/** A device that took a session's pack: the figures are final when each has said `end` and nothing is missing. */
@Entity('door_devices')
export class DoorDevice {
  @PrimaryId() sessionId: string;
  @PrimaryCode(40) deviceId: string;
  @IdColumn() accountId: string;
  /** What its staff called it: 东门. */
  @TextColumn(20, { default: '' }) name: string;
  @InstantColumn() packAt: Date;
  /** Why it cannot send the rest, said by a person. */
  @TextColumn(100, { nullable: true }) excuse: string | null;
  @IdColumn({ nullable: true }) excusedBy: string | null;
  @InstantColumn({ nullable: true }) excusedAt: Date | null;
}
