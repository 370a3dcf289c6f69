import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, PrimaryId } from '../../database/columns';

/** 随行人: one more person in the party; unnamed ones have no row. */
@Entity('companions')
export class Companion {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  registrationId: string;
  @CountColumn() position: number;
  @CodeColumn(400) name: string;
}
