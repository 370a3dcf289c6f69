import type { FindQuery, SessionQuery } from '@openday/shared/find';
import { FORMS, type Form } from '@openday/shared/forms';
import { TOPICS, type Topic } from '@openday/shared/topics';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsBoolean, IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsCount, IsId, IsInstant, IsText, QueryFlag, QueryNumber } from '../../http/fields';

export class FindQueryDto {
  @IsOptional() @QueryNumber() @IsNumber() @Min(73) @Max(136) lng?: number;
  @IsOptional() @QueryNumber() @IsNumber() @Min(3) @Max(54) lat?: number;
  @IsOptional() @QueryNumber() @IsCount(100, 100_000) radius?: number;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
  @IsOptional() @IsIn(FORMS) form?: Form;
  @IsOptional() @IsIn(TOPICS) topic?: Topic;
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsText(0, 40) q?: string;
  @IsOptional() @QueryFlag() @IsBoolean() open?: boolean;
  @IsOptional() @QueryFlag() @IsBoolean() accessible?: boolean;
  @IsOptional() @QueryFlag() @IsBoolean() walkIn?: boolean;
  @IsOptional() @QueryFlag() @IsBoolean() past?: boolean;
}
type _FindQueryDto = Assert<Exact<FindQueryDto, FindQuery>>;

export class SessionQueryDto extends FindQueryDto {
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @QueryNumber() @IsCount(1, 100) limit?: number;
}
type _SessionQueryDto = Assert<Exact<SessionQueryDto, SessionQuery>>;
