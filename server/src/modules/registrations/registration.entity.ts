import type { CancelReason, RegistrationStatus, Relation } from '@openday/shared/registrations';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 报名: a party in one quota. */
@Entity('registrations')
@Index(['sessionId', 'status', 'waitNumber'])
@Index(['sessionId', 'liveSubject'], { unique: true })
export class Registration {
  @PrimaryId() id: string;
  @IdColumn() sessionId: string;
  @IdColumn() quotaId: string;
  /** Who made it: the registrant, or the proxy. */
  @Index()
  @IdColumn()
  accountId: string;
  @CodeColumn(12) status: RegistrationStatus;
  @CountColumn() seats: number;
  /** Seats the doors let in by scans that stand, which may be more: kept with the facts (docs/rules/board.md). */
  @CountColumn() scanned: number;
  /** How many of them are children. */
  @CountColumn() children: number;
  @TextColumn(60, { nullable: true }) enterprise: string | null;
  /** Number in the draw, given out under the session's lock. */
  @CountColumn({ nullable: true, default: null }) ticketNo: number | null;
  /** Waits when full or not drawn. */
  @Column({ type: 'boolean', default: false }) joinWaitlist: boolean;
  /** An offered seat is held until then. */
  @InstantColumn({ nullable: true }) confirmBy: Date | null;
  /** Passed over by the waiting list until then, for earlier no-shows. */
  @InstantColumn({ nullable: true }) heldBackUntil: Date | null;
  /** Order on the waiting list, given out under the session's lock. */
  @CountColumn({ nullable: true, default: null }) waitNumber: number | null;
  /** Blind index of the phone of who comes; null without a phone. */
  @Index()
  @CodeColumn(64, { nullable: true })
  subject: string | null;
  /** `subject` while the registration is live, null after: one live registration for a person in a session. */
  @CodeColumn(64, { nullable: true }) liveSubject: string | null;
  @CodeColumn(400) name: string;
  /** Blind index of the name, to notice likely doubles of people without a phone. */
  @CodeColumn(64) nameIndex: string;
  @CodeColumn(200, { nullable: true }) phone: string | null;
  @CodeColumn(4, { nullable: true }) phoneLast4: string | null;
  /** 代办: null when the registrant registered themselves. */
  @CodeColumn(12, { nullable: true }) relation: Relation | null;
  @InstantColumn({ nullable: true }) consentedAt: Date | null;
  @CodeColumn(12, { nullable: true }) cancelReason: CancelReason | null;
  /** Why the unit declined or removed it. */
  @TextColumn(100, { nullable: true }) endReason: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}
