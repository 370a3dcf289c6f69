import type { DrawBody } from '@openday/shared/draws';
import { DECISIONS, type Decision, type RegistrantDecisions } from '@openday/shared/registrants';
import {
  type Answer,
  CANCEL_REASONS,
  type CancelBody,
  type CancelReason,
  type ClaimBody,
  type DeskReason,
  type NewCompanion,
  type NewInvitations,
  type NewRegistration,
  type OnBehalfOf,
  type PartyChange,
  REGISTRATION_STATUSES,
  RELATIONS,
  type RegistrantQuery,
  type RegistrationStatus,
  type Relation,
} from '@openday/shared/registrations';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { IsCount, IsId, IsLeftOut, IsListOf, IsMobile, IsOne, IsText, PageQuery } from '../../http/fields';

export class NewCompanionDto {
  @IsLeftOut() @IsText(1, 20) name?: string;
}
type _NewCompanionDto = Assert<Exact<NewCompanionDto, NewCompanion>>;

export class OnBehalfOfDto {
  @IsText(1, 20) name: string;
  @IsLeftOut() @IsMobile() phone?: string;
  @IsIn(RELATIONS) relation: Relation;
  @IsBoolean() consent: boolean;
  @IsLeftOut() @IsBoolean() confirmDouble?: boolean;
}
type _OnBehalfOfDto = Assert<Exact<OnBehalfOfDto, OnBehalfOf>>;

export class PartyChangeDto {
  @IsCount(1, 50) seats: number;
  @IsLeftOut()
  @IsListOf(() => NewCompanionDto, 49)
  companions?: NewCompanionDto[];
  @IsLeftOut() @IsCount(0, 49) children?: number;
}
type _PartyChangeDto = Assert<Exact<PartyChangeDto, PartyChange>>;

export class AnswerDto {
  @Matches(/^[a-z0-9]{1,12}$/) question: string;
  @IsText(1, 200) value: string;
}
type _AnswerDto = Assert<Exact<AnswerDto, Answer>>;

export class NewRegistrationDto extends PartyChangeDto {
  @IsLeftOut() @IsId() quotaId?: string;
  @IsLeftOut() @IsOne(() => OnBehalfOfDto) onBehalfOf?: OnBehalfOfDto;
  @IsLeftOut() @IsBoolean() joinWaitlist?: boolean;
  @IsLeftOut() @IsBoolean() declares?: boolean;
  @IsLeftOut() @IsText(2, 60) enterprise?: string;
  @IsLeftOut() @Matches(/^[A-Za-z0-9-]{6,20}$/) invitation?: string;
  @IsLeftOut()
  @IsListOf(() => AnswerDto, 8)
  answers?: AnswerDto[];
}
type _NewRegistrationDto = Assert<Exact<NewRegistrationDto, NewRegistration>>;

export class CancelDto {
  @IsOptional() @IsIn(CANCEL_REASONS) reason?: CancelReason;
}
type _CancelDto = Assert<Exact<CancelDto, CancelBody>>;

export class DeskReasonDto {
  @IsText(2, 100) reason: string;
}
type _DeskReasonDto = Assert<Exact<DeskReasonDto, DeskReason>>;

export class RegistrantDecisionsDto {
  @IsIn(DECISIONS) act: Decision;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @Matches(/^\d{19}$/, { each: true }) ids: string[];
  @IsLeftOut() @IsText(2, 100) reason?: string;
}
type _RegistrantDecisionsDto = Assert<Exact<RegistrantDecisionsDto, RegistrantDecisions>>;

export class ClaimDto {
  @IsText(20, 100) code: string;
  @IsMobile() phone: string;
}
type _ClaimDto = Assert<Exact<ClaimDto, ClaimBody>>;

export class NewInvitationsDto {
  @IsCount(1, 200) count: number;
}
type _NewInvitationsDto = Assert<Exact<NewInvitationsDto, NewInvitations>>;

export class DrawDto {
  @IsOptional() @IsText(1, 60) publicNumber?: string;
}
type _DrawDto = Assert<Exact<DrawDto, DrawBody>>;

export class RegistrantQueryDto extends PageQuery {
  @IsOptional() @IsIn(REGISTRATION_STATUSES) status?: RegistrationStatus;
  @IsOptional() @IsText(0, 20) q?: string;
}
type _RegistrantQueryDto = Assert<Exact<RegistrantQueryDto, RegistrantQuery>>;

export class RegistrationQueryDto extends PageQuery {
  @IsOptional() @IsId() session?: string;
}
