import type { ScanKind, Shown } from '@openday/shared/check-in';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, PrimaryCode, TextColumn } from '../../database/columns';

/** 签到: an append-only fact from the door. Attendance is derived from these, never stored. */
@Entity('check_ins')
@Index(['sessionId', 'deviceId', 'seq'], { unique: true })
export class CheckIn {
  /** Made on the device. */
  @PrimaryCode(40) id: string;
  @IdColumn() sessionId: string;
  @CodeColumn(40) deviceId: string;
  @CountColumn() seq: number;
  @CodeColumn(12) kind: ScanKind;
  @Index()
  @IdColumn({ nullable: true })
  registrationId: string | null;
  /** The fact an undo takes back. */
  @Index()
  @CodeColumn(40, { nullable: true })
  ref: string | null;
  @CountColumn() seats: number;
  /** The door's clock, and how far it was from the server's. */
  @InstantColumn() at: Date;
  @CodeColumn(16) clockOffsetMs: string;
  @CodeColumn(4) shown: Shown;
  @TextColumn(100, { nullable: true }) reason: string | null;
  @IdColumn() operatorId: string;
  /** Recorded after its operator was taken off the door. */
  @Column({ type: 'boolean', default: false }) flagged: boolean;
  @InstantColumn() receivedAt: Date;
}
