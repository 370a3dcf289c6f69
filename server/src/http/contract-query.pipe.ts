import { readFileSync } from 'node:fs';
import type { PipeTransform, Type } from '@nestjs/common';
import Ajv, { type ValidateFunction } from 'ajv';
import { AppError } from './app-error';
import { isInstant } from './fields';
import { contractFile } from './openapi';
import { validationPipe } from './validation.pipe';

/**
 * As `ContractBodyPipe`, for a query: numbers and yes/no are read from their text. For the route that is asked most;
 * that it takes and refuses what the DTO does is a test.
 */
export class ContractQueryPipe implements PipeTransform {
  private readonly holds: ValidateFunction;
  private readonly explain = validationPipe();

  constructor(
    name: string,
    private readonly dto: Type,
  ) {
    const { definitions } = JSON.parse(readFileSync(contractFile(), 'utf8')) as { definitions: object };
    const ajv = new Ajv({ coerceTypes: true, strictTypes: false, formats: { 'date-time': isInstant } });
    this.holds = ajv.compile({ definitions, $ref: `#/definitions/${name}` });
  }

  /** Without a promise where nothing is wrong. */
  transform(value: unknown): unknown {
    // Read into a copy: what is refused is explained as it was sent.
    const read = { ...(value as object) };
    return this.holds(read) ? read : this.refuse(value);
  }

  private async refuse(value: unknown): Promise<unknown> {
    await this.explain.transform(value, { type: 'query', metatype: this.dto });
    throw new AppError('BAD_REQUEST');
  }
}
