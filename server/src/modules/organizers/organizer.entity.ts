import { Entity, Index } from 'typeorm';
import { CodeColumn, Coordinate, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** Room for five ids below one another. */
export const PATH_LENGTH = 120;

/** 承办单位: a tree, district → bureau or town → office or community. */
@Entity('organizers')
export class Organizer {
  @PrimaryId() id: string;
  @IdColumn({ nullable: true }) parentId: string | null;
  /** Ids from the root to this one, `/a/b/`: a subtree is a prefix. */
  @Index()
  @CodeColumn(PATH_LENGTH)
  path: string;
  @TextColumn(60) name: string;
  /** The office residents may ask, and its public number. */
  @TextColumn(40, { default: '' }) contactName: string;
  @TextColumn(30, { default: '' }) contactPhone: string;
  /** GCJ-02; where residents can look "near here"; null for units without a place. */
  @TextColumn(40, { nullable: true }) placeName: string | null;
  @Coordinate({ nullable: true }) lng: number | null;
  @Coordinate({ nullable: true }) lat: number | null;
  @InstantColumn() createdAt: Date;
}
