import type { Clarity, Satisfaction } from '@openday/shared/responses';
import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, LongTextColumn, PrimaryId } from '../../database/columns';

/** 答卷: one for a registration. */
@Entity('responses')
export class Response {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  sessionId: string;
  /** Null once contact data is gone. */
  @Index({ unique: true })
  @IdColumn({ nullable: true })
  registrationId: string | null;
  /** Who answered: who registered, which may be a proxy. Null once contact data is gone. */
  @Index()
  @IdColumn({ nullable: true })
  accountId: string | null;
  @CodeColumn(12) satisfaction: Satisfaction;
  @CodeColumn(12) clarity: Clarity;
  /** Sealed; null = nothing said, or gone with the contact data. What became a suggestion is there alone. */
  @LongTextColumn({ nullable: true }) line: string | null;
  @IdColumn({ nullable: true }) suggestionId: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}

/** What may name or describe somebody; `registrationId` is what tells that it is gone. */
export const NOBODYS = { registrationId: null, accountId: null, line: null, suggestionId: null };
