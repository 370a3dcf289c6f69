import { BOARD_NUMBERS, type BoardNumber } from '@openday/shared/board';
import type { AttendanceQuery } from '@openday/shared/reports';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCount, IsId, IsInstant, QueryNumber } from '../../http/fields';

export class AttendanceQueryDto {
  @IsOptional() @IsId() programme?: string;
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
  @IsOptional() @IsIn(BOARD_NUMBERS) of?: BoardNumber;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @QueryNumber() @IsCount(1, 500) limit?: number;
}
type _AttendanceQueryDto = Assert<Exact<AttendanceQueryDto, AttendanceQuery>>;
