import {
  type DateWindow,
  type EventQuery,
  FORMS,
  type Form,
  type Mode,
  type NewEvent,
  type NewHeadcount,
  type NewQuota,
  type NewSession,
  type SessionQuery,
  type WindowPrecision,
} from '@openday/shared/events';
import type { Assert, Exact } from '@openday/shared/wire';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCount, IsDay, IsId, IsInstant, IsText, PageQuery, QueryFlag, QueryNumber } from '../../http/fields';
import { NewVenueDto } from '../venues/venues.dto';

/** The ways of giving out seats that can be chosen so far. */
const MODES_NOW: Mode[] = ['none', 'firstCome'];
const PRECISIONS: WindowPrecision[] = ['tenDays', 'month', 'months', 'range', 'day', 'recurring', 'unknown'];

export class NewQuotaDto {
  @IsText(1, 20) name: string;
  @IsCount(0, 100_000) capacity: number;
}
type _NewQuotaDto = Assert<Exact<NewQuotaDto, NewQuota>>;

export class NewSessionDto {
  @IsOptional() @IsId() venueId?: string;
  @IsOptional() @ValidateNested() @Type(() => NewVenueDto) venue?: NewVenueDto;
  @IsInstant() startsAt: string;
  @IsInstant() endsAt: string;
  @IsIn(MODES_NOW) mode: Mode;
  @IsOptional() @IsInstant() opensAt?: string;
  @IsOptional() @IsInstant() closesAt?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NewQuotaDto)
  quotas?: NewQuotaDto[];
}
type _NewSessionDto = Assert<Exact<NewSessionDto, NewSession>>;

export class DateWindowDto {
  @IsText(1, 60) text: string;
  @IsDay() from: string;
  @IsDay() to: string;
  @IsIn(PRECISIONS) precision: WindowPrecision;
}
type _DateWindowDto = Assert<Exact<DateWindowDto, DateWindow>>;

export class NewHeadcountDto {
  @IsOptional() @IsCount(0, 1_000_000) min?: number;
  @IsOptional() @IsCount(0, 1_000_000) max?: number;
  @IsOptional() @IsText(0, 60) text?: string;
  @IsOptional() @IsBoolean() approximate?: boolean;
}
type _NewHeadcountDto = Assert<Exact<NewHeadcountDto, NewHeadcount>>;

export class NewEventDto {
  @IsText(2, 100) theme: string;
  @IsOptional() @IsText(0, 4000) content?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(7) @IsIn(FORMS, { each: true }) forms?: Form[];
  @IsOptional() @IsText(0, 200) audience?: string;
  @IsOptional() @IsId() organizerId?: string;
  @IsOptional() @IsId() programmeId?: string;
  @IsOptional() @ValidateNested() @Type(() => NewHeadcountDto) headcount?: NewHeadcountDto;
  @IsOptional() @ValidateNested() @Type(() => DateWindowDto) window?: DateWindowDto;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NewSessionDto)
  sessions?: NewSessionDto[];
}
type _NewEventDto = Assert<Exact<NewEventDto, NewEvent>>;

export class EventQueryDto extends PageQuery {
  @IsOptional() @IsIn(['announced']) status?: 'announced';
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsText(0, 40) q?: string;
}
type _EventQueryDto = Assert<Exact<EventQueryDto, EventQuery>>;

export class SessionQueryDto extends PageQuery {
  @IsOptional() @QueryNumber() @IsNumber() @Min(73) @Max(136) lng?: number;
  @IsOptional() @QueryNumber() @IsNumber() @Min(3) @Max(54) lat?: number;
  @IsOptional() @QueryNumber() @IsCount(100, 100_000) radius?: number;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
  @IsOptional() @IsIn(FORMS) form?: Form;
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsText(0, 40) q?: string;
  @IsOptional() @QueryFlag() @IsBoolean() open?: boolean;
}
type _SessionQueryDto = Assert<Exact<SessionQueryDto, SessionQuery>>;
