import { Injectable } from '@nestjs/common';
import type { Recurrence, RecurrenceDay } from '@openday/shared/desk-events';
import { AppError } from '../../http/app-error';
import { recurrenceDays } from './recurrence.rules';

@Injectable()
export class RecurrencesService {
  /** Every day, before anything is saved. Throws BAD_RULE. */
  preview(recurrence: Recurrence): { days: RecurrenceDay[] } {
    const days = recurrenceDays(recurrence);
    if (!days) throw new AppError('BAD_RULE');
    return { days };
  }
}
