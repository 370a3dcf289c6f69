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
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { IsCount, IsId, IsInstant, IsListOf, IsOne, IsText } from '../../http/fields';
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
  @IsListOf(() => DecidedTimeDto, 59)
  moreTimes?: DecidedTimeDto[];
  @IsOptional() @IsInstant() closesAt?: string;
  @IsOptional() @IsId() venueId?: string;
  @IsOptional() @IsOne(() => NewVenueDto) venue?: NewVenueDto;
  @IsOptional() @IsCount(1, 100_000) capacity?: number;
  @IsOptional()
  @IsListOf(() => NewQuotaDto, 20)
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
  @IsOne(() => PlanDecisionDto) decision: PlanDecisionDto;
  @IsOptional() @IsBoolean() replace?: boolean;
}

export class PlanDecisionsDto {
  @ArrayMinSize(1)
  @IsListOf(() => RowDecisionDto, 500)
  items: RowDecisionDto[];
}
type _PlanDecisionsDto = Assert<Exact<PlanDecisionsDto, PlanDecisions>>;

export class PublishRowsDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @Matches(/^\d{19}$/, { each: true }) rows: string[];
  @IsOptional() @IsBoolean() confirm?: boolean;
}
type _PublishRowsDto = Assert<Exact<PublishRowsDto, PublishRows>>;
