import type { AttendanceQuery } from '@openday/shared/reports';
import type { Exact } from '@openday/shared/wire';
import { IsOptional } from 'class-validator';
import { IsId, IsInstant } from '../../http/fields';

export class AttendanceQueryDto {
  @IsOptional() @IsId() programme?: string;
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
}
export const exact: Exact<AttendanceQueryDto, AttendanceQuery> = true;
