import type { MessageKind } from '@openday/shared/messages';
import { Entity } from 'typeorm';
import { InstantColumn, PrimaryCode, PrimaryId } from '../../database/columns';

export type ReminderKind = Extract<MessageKind, 'dayBefore' | 'twoHours'>;

/** That somebody was reminded of a day: its key is what keeps it to once. */
@Entity('reminders')
export class Reminder {
  @PrimaryId() registrationId: string;
  @PrimaryCode(12) kind: ReminderKind;
  /** Of the session, in China: a session moved to another day is reminded of anew. */
  @PrimaryCode(10) day: string;
  @InstantColumn() createdAt: Date;
}
