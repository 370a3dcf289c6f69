import type { AttendanceQuery } from '@openday/shared/reports';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsOptional } from 'class-validator';
import { IsId, IsInstant } from '../../http/fields';

export class AttendanceQueryDto {
  @IsOptional() @IsId() programme?: string;
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
}
type _AttendanceQueryDto = Assert<Exact<AttendanceQueryDto, AttendanceQuery>>;
