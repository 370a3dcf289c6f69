import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryCode, PrimaryId } from '../../database/columns';

/** A device that took a session's pack: the figures are final when each has said `end` and nothing is missing. */
@Entity('door_devices')
export class DoorDevice {
  @PrimaryId() sessionId: string;
  @PrimaryCode(40) deviceId: string;
  @IdColumn() accountId: string;
  @InstantColumn() packAt: Date;
}
