import type { AuditQuery } from '@openday/shared/people';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsOptional, Matches } from 'class-validator';
import { AUDIT_ACT, IsDay, IsId, PageQuery } from '../../http/fields';

export class AuditQueryDto extends PageQuery {
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
  @IsOptional() @Matches(AUDIT_ACT) act?: string;
  @IsOptional() @IsId() account?: string;
}
type _AuditQueryDto = Assert<Exact<AuditQueryDto, AuditQuery>>;
