import type { ConsentKind } from '@openday/shared/me';
import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** 同意: which text an account agreed to, and when; agreeing again after withdrawing is another row. */
@Entity('consents')
export class Consent {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  accountId: string;
  @CodeColumn(12) kind: ConsentKind;
  /** Of the text on screen (shared/src/consent-texts.ts). */
  @CodeColumn(10) version: string;
  @InstantColumn() agreedAt: Date;
  @InstantColumn({ nullable: true }) withdrawnAt: Date | null;
}
