import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from './app-error';

/** Ids in paths: 19 digits, or BAD_ID before any query runs. */
@Injectable()
export class IdPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !/^\d{19}$/.test(value)) throw new AppError('BAD_ID');
    return value;
  }
}
