import { Entity } from 'typeorm';
import { CodeColumn, IdColumn, LongTextColumn, PrimaryId } from '../../database/columns';

/** 答: what a party answered, sealed. ID numbers stand apart: they go first. */
@Entity('registration_answers')
export class RegistrationAnswers {
  @PrimaryId() registrationId: string;
  @IdColumn() sessionId: string;
  /** Sealed JSON of `Answer[]`. */
  @LongTextColumn() answers: string;
  /** Sealed JSON of `Answer[]` with ID numbers; null = none were asked, or they are gone. */
  @CodeColumn(1000, { nullable: true }) idNumbers: string | null;
}
