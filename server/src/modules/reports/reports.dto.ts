import { BOARD_GROUPS, type BoardGrouping, type BoardGroupQuery, type VarianceQuery } from '@openday/shared/board';
import { type AttendanceQuery, BOARD_NUMBERS, type BoardNumber, type BoardQuery } from '@openday/shared/reports';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCount, IsId, IsInstant, QueryNumber } from '../../http/fields';

export class BoardQueryDto {
  @IsOptional() @IsId() programme?: string;
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
}
type _BoardQueryDto = Assert<Exact<BoardQueryDto, BoardQuery>>;

export class AttendanceQueryDto extends BoardQueryDto {
  @IsOptional() @IsIn(BOARD_NUMBERS) of?: BoardNumber;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @QueryNumber() @IsCount(1, 500) limit?: number;
}
type _AttendanceQueryDto = Assert<Exact<AttendanceQueryDto, AttendanceQuery>>;

export class BoardGroupQueryDto extends BoardQueryDto {
  @IsIn(BOARD_GROUPS) by: BoardGrouping;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @QueryNumber() @IsCount(1, 100) limit?: number;
}
type _BoardGroupQueryDto = Assert<Exact<BoardGroupQueryDto, BoardGroupQuery>>;

export class VarianceQueryDto extends BoardQueryDto {
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @QueryNumber() @IsCount(1, 100) limit?: number;
}
type _VarianceQueryDto = Assert<Exact<VarianceQueryDto, VarianceQuery>>;
