import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateBy } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** Of that form and on the calendar: 30 February and 99 o'clock are no moments, and no database takes them. */
function isMoment(value: unknown, form: RegExp): boolean {
  if (typeof value !== 'string' || !form.test(value)) return false;
  const at = new Date(value);
  return at.getTime() >= 0 && at.toISOString().startsWith(value.slice(0, 19));
}

/** A 19-digit id. */
export const IsId = () => Matches(/^\d{19}$/);
/** `2026-09-06T01:30:00.000Z`, a moment there is, since 1970; milliseconds may be left out. */
export const IsInstant = () =>
  ValidateBy({ name: 'isIsoInstant', validator: { validate: (value) => isMoment(value, INSTANT) } });
/** `2026-09-06`, a day there is. */
export const IsDay = () => ValidateBy({ name: 'isISO8601', validator: { validate: (value) => isMoment(value, DAY) } });
/** Mainland mobile. */
export const IsMobile = () => Matches(/^1[3-9]\d{9}$/);
export const IsText = (min: number, max: number) => applyDecorators(IsString(), MinLength(min), MaxLength(max));
export const IsCount = (min: number, max: number) => applyDecorators(IsInt(), Min(min), Max(max));

/** Query strings are text: numbers and yes/no are read from it, and nothing else is. */
export const QueryNumber = () => Type(() => Number);
export const QueryFlag = () =>
  Transform(({ value }) => (value === 'true' || value === true ? true : value === 'false' ? false : value));

/** `cursor` and `limit` of every list. */
export class PageQuery {
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(100) limit?: number;
}
