import {
  CANCEL_REASONS,
  type CancelBody,
  type CancelReason,
  type NewCompanion,
  type NewRegistration,
  type OnBehalfOf,
  type PartyChange,
  RELATIONS,
  type Relation,
} from '@openday/shared/registrations';
import type { Exact } from '@openday/shared/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { IsCount, IsId, IsMobile, IsText, PageQuery } from '../../http/fields';

export class NewCompanionDto {
  @IsOptional() @IsText(1, 20) name?: string;
}
export const exactCompanion: Exact<NewCompanionDto, NewCompanion> = true;

export class OnBehalfOfDto {
  @IsText(1, 20) name: string;
  @IsOptional() @IsMobile() phone?: string;
  @IsIn(RELATIONS) relation: Relation;
  @IsBoolean() consent: boolean;
  @IsOptional() @IsBoolean() confirmDouble?: boolean;
}
export const exactOnBehalfOf: Exact<OnBehalfOfDto, OnBehalfOf> = true;

export class PartyChangeDto {
  @IsCount(1, 50) seats: number;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(49)
  @ValidateNested({ each: true })
  @Type(() => NewCompanionDto)
  companions?: NewCompanionDto[];
}
export const exactPartyChange: Exact<PartyChangeDto, PartyChange> = true;

export class NewRegistrationDto extends PartyChangeDto {
  @IsOptional() @IsId() quotaId?: string;
  @IsOptional() @ValidateNested() @Type(() => OnBehalfOfDto) onBehalfOf?: OnBehalfOfDto;
  @IsOptional() @IsBoolean() joinWaitlist?: boolean;
}
export const exact: Exact<NewRegistrationDto, NewRegistration> = true;

export class CancelDto {
  @IsOptional() @IsIn(CANCEL_REASONS) reason?: CancelReason;
}
export const exactCancel: Exact<CancelDto, CancelBody> = true;

export class RegistrationQueryDto extends PageQuery {
  @IsOptional() @IsId() session?: string;
}
