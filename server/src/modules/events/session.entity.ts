import type { Mode } from '@openday/shared/events';
import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

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
  /** Public: may be found and registered for. */
  @InstantColumn({ nullable: true }) publishedAt: Date | null;
  @InstantColumn({ nullable: true }) cancelledAt: Date | null;
  /** Seats waiting, and the last number given out on the waiting list. */
  @CountColumn() waiting: number;
  @CountColumn() waitNumber: number;
  /** The session's check-in key, sealed; dies with the session. */
  @CodeColumn(200) doorKey: string;
  @InstantColumn() createdAt: Date;
}
