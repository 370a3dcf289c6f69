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
import type { Assert, Exact } from '@openday/shared/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { IsCount, IsId, IsMobile, IsText, PageQuery } from '../../http/fields';

export class NewCompanionDto {
  @IsOptional() @IsText(1, 20) name?: string;
}
type _NewCompanionDto = Assert<Exact<NewCompanionDto, NewCompanion>>;

export class OnBehalfOfDto {
  @IsText(1, 20) name: string;
  @IsOptional() @IsMobile() phone?: string;
  @IsIn(RELATIONS) relation: Relation;
  @IsBoolean() consent: boolean;
  @IsOptional() @IsBoolean() confirmDouble?: boolean;
}
type _OnBehalfOfDto = Assert<Exact<OnBehalfOfDto, OnBehalfOf>>;

export class PartyChangeDto {
  @IsCount(1, 50) seats: number;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(49)
  @ValidateNested({ each: true })
  @Type(() => NewCompanionDto)
  companions?: NewCompanionDto[];
}
type _PartyChangeDto = Assert<Exact<PartyChangeDto, PartyChange>>;

export class NewRegistrationDto extends PartyChangeDto {
  @IsOptional() @IsId() quotaId?: string;
  @IsOptional() @ValidateNested() @Type(() => OnBehalfOfDto) onBehalfOf?: OnBehalfOfDto;
  @IsOptional() @IsBoolean() joinWaitlist?: boolean;
}
type _NewRegistrationDto = Assert<Exact<NewRegistrationDto, NewRegistration>>;

export class CancelDto {
  @IsOptional() @IsIn(CANCEL_REASONS) reason?: CancelReason;
}
type _CancelDto = Assert<Exact<CancelDto, CancelBody>>;

export class RegistrationQueryDto extends PageQuery {
  @IsOptional() @IsId() session?: string;
}
