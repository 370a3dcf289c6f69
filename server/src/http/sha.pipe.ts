import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from './app-error';

/** Hashes in paths: 64 hex digits, or BAD_ID before any query runs. */
@Injectable()
export class ShaPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) throw new AppError('BAD_ID');
    return value;
  }
}
