import {
  MEMBER_ROLES,
  type MemberChange,
  type MemberQuery,
  type MemberRole,
  type NewMember,
} from '@openday/shared/people';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsIn, IsOptional } from 'class-validator';
import { IsId, IsLeftOut, IsText, IsUsername, PageQuery } from '../../http/fields';

export class NewMemberDto {
  @IsUsername() username: string;
  @IsText(1, 20) name: string;
  @IsIn(MEMBER_ROLES) role: MemberRole;
  @IsId() organizerId: string;
}
type _NewMemberDto = Assert<Exact<NewMemberDto, NewMember>>;

export class MemberChangeDto {
  @IsLeftOut() @IsText(1, 20) name?: string;
  @IsLeftOut() @IsIn(MEMBER_ROLES) role?: MemberRole;
  @IsLeftOut() @IsId() organizerId?: string;
}
type _MemberChangeDto = Assert<Exact<MemberChangeDto, MemberChange>>;

export class MemberQueryDto extends PageQuery {
  @IsOptional() @IsId() organizer?: string;
}
type _MemberQueryDto = Assert<Exact<MemberQueryDto, MemberQuery>>;
