import { FORMS, type Form, type Mode } from '@openday/shared/events';
import {
  type NewPlanImport,
  PLAN_WARNINGS,
  type PlanDecision,
  type PlanWarningCode,
  type PublishRows,
} from '@openday/shared/plans';
import type { Assert, Exact } from '@openday/shared/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { IsCount, IsId, IsInstant, IsText } from '../../http/fields';
import { NewVenueDto } from '../venues/venues.dto';

/** The ways of giving out seats that can be chosen so far. */
const MODES_NOW: Mode[] = ['none', 'firstCome'];
const ACTS = ['publish', 'announce', 'skip'] as const;

export class NewPlanImportDto {
  @IsOptional() @IsText(0, 400_000) text?: string;
  @IsOptional() @IsId() programmeId?: string;
  @IsOptional() @IsText(2, 80) title?: string;
  @IsOptional() @IsCount(2000, 2100) year?: number;
}
type _NewPlanImportDto = Assert<Exact<NewPlanImportDto, NewPlanImport>>;

export class PlanDecisionDto {
  @IsOptional() @IsText(2, 100) theme?: string;
  @IsOptional() @IsText(0, 4000) content?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(7) @IsIn(FORMS, { each: true }) forms?: Form[];
  @IsOptional() @IsId() organizerId?: string;
  @IsOptional() @IsInstant() startsAt?: string;
  @IsOptional() @IsInstant() endsAt?: string;
  @IsOptional() @IsId() venueId?: string;
  @IsOptional() @ValidateNested() @Type(() => NewVenueDto) venue?: NewVenueDto;
  @IsOptional() @IsCount(1, 100_000) capacity?: number;
  @IsOptional() @IsIn(MODES_NOW) mode?: Mode;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsIn(Object.keys(PLAN_WARNINGS), { each: true })
  confirmed?: PlanWarningCode[];
  @IsOptional() @IsIn(ACTS) act?: (typeof ACTS)[number];
}
type _PlanDecisionDto = Assert<Exact<PlanDecisionDto, PlanDecision>>;

export class PublishRowsDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @Matches(/^\d{19}$/, { each: true }) rows: string[];
}
type _PublishRowsDto = Assert<Exact<PublishRowsDto, PublishRows>>;
