import type { AuditQuery } from '@openday/shared/people';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsOptional, Matches } from 'class-validator';
import { IsDay, IsId, PageQuery } from '../../http/fields';

export class AuditQueryDto extends PageQuery {
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
  @IsOptional() @Matches(/^[a-zA-Z]{1,20}(\.[a-zA-Z]{1,20})?$/) act?: string;
  @IsOptional() @IsId() account?: string;
}
type _AuditQueryDto = Assert<Exact<AuditQueryDto, AuditQuery>>;
