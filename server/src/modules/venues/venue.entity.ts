import type { AccessNote } from '@openday/shared/places';
import { Column, Entity, Index } from 'typeorm';
import {
  Coordinate,
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
} from '../../database/columns';

/** 场地 */
@Entity('venues')
@Index(['lat', 'lng'])
export class Venue {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  organizerId: string;
  @TextColumn(60) name: string;
  @TextColumn(120, { default: '' }) address: string;
  @Coordinate() lng: number;
  @Coordinate() lat: number;
  /** People; null = not stated. */
  @CountColumn({ nullable: true, default: null }) capacity: number | null;
  @JsonColumn() access: AccessNote[];
  @TextColumn(120, { default: '' }) transport: string;
  /** Every unit may hold something there. */
  @Column({ type: 'boolean', default: false }) shared: boolean;
  @InstantColumn() createdAt: Date;
}
