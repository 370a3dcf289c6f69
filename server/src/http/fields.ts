import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** Of that form and on the calendar: 30 February and 99 o'clock are no moments, and no database takes them. */
function isMoment(value: unknown, form: RegExp): boolean {
  if (typeof value !== 'string' || !form.test(value)) return false;
  const at = new Date(value);
  return at.getTime() >= 0 && at.toISOString().startsWith(value.slice(0, 19));
}

/** As `IsInstant` has it. */
export const isInstant = (value: string): boolean => isMoment(value, INSTANT);

const lengthOf = (value: unknown): number => (typeof value === 'string' ? [...value].length : Number.NaN);

/** A 19-digit id. */
export const IsId = () => Matches(/^\d{19}$/);
/** `2026-09-06T01:30:00.000Z`, a moment there is, since 1970; milliseconds may be left out. */
export const IsInstant = () =>
  ValidateBy({ name: 'isIsoInstant', validator: { validate: (value) => isMoment(value, INSTANT) } });
/** `2026-09-06`, a day there is. */
export const IsDay = (options: ValidationOptions = {}) =>
  ValidateBy({ name: 'isISO8601', validator: { validate: (value) => isMoment(value, DAY) } }, options);
/** Mainland mobile. */
export const IsMobile = () => Matches(/^1[3-9]\d{9}$/);
/** Signs in with it. */
export const IsUsername = () => Matches(/^[a-z][a-z0-9._-]{2,29}$/);
/** Length counts code points, as the contract's schema and the columns do; class-validator's own takes ☎️ for one. */
export const IsText = (min: number, max: number) =>
  applyDecorators(
    IsString(),
    ValidateBy({ name: 'minLength', validator: { validate: (value) => lengthOf(value) >= min } }),
    ValidateBy({ name: 'maxLength', validator: { validate: (value) => lengthOf(value) <= max } }),
  );
/** Objects of one kind, `max` at most. A list within the list is none: the validators alone would pass an empty one. */
export const IsListOf = (kind: () => new () => object, max: number) =>
  applyDecorators(IsArray(), ArrayMaxSize(max), IsObject({ each: true }), ValidateNested({ each: true }), Type(kind));
/** One object of the kind; a list, which the validators alone would take for it, is none. */
export const IsOne = (kind: () => new () => object) => applyDecorators(IsObject(), ValidateNested(), Type(kind));
/** May be left out; null is not leaving out. */
export const IsLeftOut = () => ValidateIf((_, value) => value !== undefined);
export const IsCount = (min: number, max: number) => applyDecorators(IsInt(), Min(min), Max(max));

/** Has to be said, and null is an answer. */
export const IsNullable = () => ValidateIf((_, value) => value !== null);

/** Query strings are text: numbers and yes/no are read from it, and nothing else is. */
export const QueryNumber = () => Type(() => Number);
export const QueryFlag = () =>
  Transform(({ value }) => (value === 'true' || value === true ? true : value === 'false' ? false : value));

/** `cursor` and `limit` of every list. */
export class PageQuery {
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(100) limit?: number;
}

/** A noun of the audit log, or one act of it. */
export const AUDIT_ACT = /^[a-zA-Z]{1,20}(\.[a-zA-Z]{1,20})?$/;
