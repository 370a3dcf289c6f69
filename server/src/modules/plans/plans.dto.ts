import { FORMS, type Form } from '@openday/shared/forms';
import { PLAN_WARNINGS, type PlanWarningCode } from '@openday/shared/plan-warnings';
import {
  type DecidedTime,
  type NewPlanImport,
  type PlanDecision,
  type PlanDecisions,
  type PublishRows,
} from '@openday/shared/plans';
import { MODES, type Mode } from '@openday/shared/sessions';
import type { Assert, Exact } from '@openday/shared/wire';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IsCount, IsId, IsInstant, IsText } from '../../http/fields';
import { NewQuotaDto } from '../events/events.dto';
import { NewVenueDto } from '../venues/venues.dto';

const ACTS = ['publish', 'announce', 'skip'] as const;

export class NewPlanImportDto {
  @IsOptional() @IsText(0, 400_000) text?: string;
  @IsOptional() @IsId() planId?: string;
  @IsOptional() @IsId() programmeId?: string;
  @IsOptional() @IsText(2, 80) title?: string;
  @IsOptional() @IsCount(2000, 2100) year?: number;
}
type _NewPlanImportDto = Assert<Exact<NewPlanImportDto, NewPlanImport>>;

export class DecidedTimeDto {
  @IsInstant() startsAt: string;
  @IsInstant() endsAt: string;
}
type _DecidedTimeDto = Assert<Exact<DecidedTimeDto, DecidedTime>>;

export class PlanDecisionDto {
  @IsOptional() @IsText(2, 100) theme?: string;
  @IsOptional() @IsText(0, 4000) content?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(7) @IsIn(FORMS, { each: true }) forms?: Form[];
  @IsOptional() @IsId() organizerId?: string;
  @IsOptional() @IsInstant() startsAt?: string;
  @IsOptional() @IsInstant() endsAt?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(59)
  @ValidateNested({ each: true })
  @Type(() => DecidedTimeDto)
  moreTimes?: DecidedTimeDto[];
  @IsOptional() @IsInstant() closesAt?: string;
  @IsOptional() @IsId() venueId?: string;
  @IsOptional() @ValidateNested() @Type(() => NewVenueDto) venue?: NewVenueDto;
  @IsOptional() @IsCount(1, 100_000) capacity?: number;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NewQuotaDto)
  quotas?: NewQuotaDto[];
  @IsOptional() @IsIn(MODES) mode?: Mode;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsIn(Object.keys(PLAN_WARNINGS), { each: true })
  confirmed?: PlanWarningCode[];
  @IsOptional() @IsBoolean() keep?: boolean;
  @IsOptional() @IsIn(ACTS) act?: (typeof ACTS)[number];
}
type _PlanDecisionDto = Assert<Exact<PlanDecisionDto, PlanDecision>>;

class RowDecisionDto {
  @IsId() row: string;
  @ValidateNested() @Type(() => PlanDecisionDto) decision: PlanDecisionDto;
  @IsOptional() @IsBoolean() replace?: boolean;
}

export class PlanDecisionsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => RowDecisionDto)
  items: RowDecisionDto[];
}
type _PlanDecisionsDto = Assert<Exact<PlanDecisionsDto, PlanDecisions>>;

export class PublishRowsDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @Matches(/^\d{19}$/, { each: true }) rows: string[];
  @IsOptional() @IsBoolean() confirm?: boolean;
}
type _PublishRowsDto = Assert<Exact<PublishRowsDto, PublishRows>>;
