import type { CompanionKind, Mode, SessionChange, SessionSetup } from '@openday/shared/sessions';
import type { Instant } from '@openday/shared/wire';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
} from '../../database/columns';

export interface Asked {
  at: Instant;
  change: SessionChange;
  /** Instead of a change: how seats are to be given out. */
  setup?: SessionSetup;
}

/** 场次: one dated occurrence. `organizerId` is its event's, so that scope needs no join. */
@Entity('event_sessions')
@Index(['venueId', 'startsAt'])
export class EventSession {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  eventId: string;
  @Index()
  @IdColumn()
  organizerId: string;
  @IdColumn() venueId: string;
  @Index()
  @InstantColumn()
  startsAt: Date;
  @InstantColumn() endsAt: Date;
  @CodeColumn(12) mode: Mode;
  @InstantColumn({ nullable: true }) opensAt: Date | null;
  @InstantColumn({ nullable: true }) closesAt: Date | null;
  @CountColumn({ default: 5 }) partyMax: number;
  /** Seats over all pools together; null = their sum. */
  @CountColumn({ nullable: true, default: null }) ceiling: number | null;
  @CodeColumn(8, { default: 'counted' }) companions: CompanionKind;
  @Column({ type: 'boolean', default: false }) asksChildren: boolean;
  /** Hours to accept a seat that came free; null = it is given at once. */
  @CountColumn({ nullable: true, default: null }) confirmHours: number | null;
  /** Residents cancel themselves until then; null = until the start. */
  @InstantColumn({ nullable: true }) cancelsUntil: Date | null;
  /** Public: may be found and registered for. */
  @InstantColumn({ nullable: true }) publishedAt: Date | null;
  @InstantColumn({ nullable: true }) cancelledAt: Date | null;
  /** Why, for everybody to read. */
  @TextColumn(100, { nullable: true }) cancelReason: string | null;
  /** 备案 once more: what its unit wants changed, until a unit above decides. */
  @JsonColumn({ nullable: true }) asked: Asked | null;
  /** Seats waiting, and the last number given out on the waiting list. */
  @CountColumn() waiting: number;
  @CountColumn() waitNumber: number;
  /** The last ticket number given out for a draw. */
  @CountColumn() ticketNumber: number;
  /** The session's check-in key, sealed; dies with the session. */
  @CodeColumn(200) doorKey: string;
  @CountColumn({ default: 1 }) doorKeyId: number;
  /** Keys before it, sealed, oldest first: codes made under them stay good. */
  @JsonColumn({ nullable: true }) olderDoorKeys: string[] | null;
  /** Goes up with whatever the door's figures are made of: an upload, a device, an excuse. */
  @CountColumn() doorRevision: number;
  @InstantColumn() createdAt: Date;
}
