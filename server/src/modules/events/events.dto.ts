import {
  type Contact,
  type DateWindow,
  type EventImage,
  type EventQuery,
  type NewEvent,
  type NewHeadcount,
  type WindowPrecision,
} from '@openday/shared/events';
import { FORMS, type Form } from '@openday/shared/forms';
import {
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
  type Questions,
  type ShowIf,
} from '@openday/shared/questions';
import {
  type Cancellation,
  COMPANION_KINDS,
  type CompanionKind,
  MODES,
  type Mode,
  type NewDraw,
  type NewQuota,
  type NewSession,
  type QuotaChange,
  type SessionChange,
  type SessionSetup,
} from '@openday/shared/sessions';
import { TOPICS, type Topic } from '@openday/shared/topics';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsCount, IsDay, IsId, IsInstant, IsListOf, IsOne, IsText, PageQuery } from '../../http/fields';
import { NewVenueDto } from '../venues/venues.dto';

const PRECISIONS: WindowPrecision[] = ['tenDays', 'month', 'months', 'range', 'day', 'recurring', 'unknown'];

export class NewQuotaDto {
  @IsText(1, 20) name: string;
  @IsCount(0, 100_000) capacity: number;
  @IsOptional() @IsText(2, 60) declaration?: string;
  @IsOptional() @IsBoolean() approval?: boolean;
  @IsOptional() @IsBoolean() invited?: boolean;
  @IsOptional() @IsBoolean() asksEnterprise?: boolean;
  @IsOptional() @IsCount(1, 1000) perEnterprise?: number;
  @IsOptional() @IsInstant() releasesAt?: string;
}
type _NewQuotaDto = Assert<Exact<NewQuotaDto, NewQuota>>;

export class NewDrawDto {
  @IsInstant() drawsAt: string;
  @IsOptional() @IsText(2, 60) publicSource?: string;
}
type _NewDrawDto = Assert<Exact<NewDrawDto, NewDraw>>;

export class SessionSetupDto {
  @IsIn(MODES) mode: Mode;
  @IsOptional() @IsInstant() opensAt?: string;
  @IsOptional() @IsInstant() closesAt?: string;
  @IsOptional()
  @IsListOf(() => NewQuotaDto, 20)
  quotas?: NewQuotaDto[];
  @IsOptional() @IsCount(1, 50) partyMax?: number;
  @IsOptional() @IsCount(1, 100_000) ceiling?: number;
  @IsOptional() @IsIn(COMPANION_KINDS) companions?: CompanionKind;
  @IsOptional() @IsBoolean() asksChildren?: boolean;
  @IsOptional() @IsCount(1, 72) confirmHours?: number;
  @IsOptional() @IsInstant() cancelsUntil?: string;
  @IsOptional() @IsOne(() => NewDrawDto) draw?: NewDrawDto;
}
type _SessionSetupDto = Assert<Exact<SessionSetupDto, SessionSetup>>;

export class NewSessionDto extends SessionSetupDto {
  @IsOptional() @IsId() venueId?: string;
  @IsOptional() @IsOne(() => NewVenueDto) venue?: NewVenueDto;
  @IsInstant() startsAt: string;
  @IsInstant() endsAt: string;
}
type _NewSessionDto = Assert<Exact<NewSessionDto, NewSession>>;

export class QuotaChangeDto {
  @IsId() id: string;
  @IsCount(0, 100_000) capacity: number;
}
type _QuotaChangeDto = Assert<Exact<QuotaChangeDto, QuotaChange>>;

export class SessionChangeDto {
  @IsOptional() @IsInstant() startsAt?: string;
  @IsOptional() @IsInstant() endsAt?: string;
  @IsOptional() @IsId() venueId?: string;
  @IsOptional() @IsInstant() opensAt?: string;
  @IsOptional() @IsInstant() closesAt?: string;
  @IsOptional()
  @IsListOf(() => QuotaChangeDto, 20)
  quotas?: QuotaChangeDto[];
  @IsOptional() @IsText(2, 100) reason?: string;
  @IsOptional() @IsBoolean() confirm?: boolean;
}
type _SessionChangeDto = Assert<Exact<SessionChangeDto, SessionChange>>;

export class CancellationDto {
  @IsText(2, 100) reason: string;
}
type _CancellationDto = Assert<Exact<CancellationDto, Cancellation>>;

export class ShowIfDto {
  @Matches(/^[a-z0-9]{1,12}$/) question: string;
  @IsText(0, 60) equals: string;
}
type _ShowIfDto = Assert<Exact<ShowIfDto, ShowIf>>;

export class QuestionDto {
  @Matches(/^[a-z0-9]{1,12}$/) id: string;
  @IsText(2, 60) text: string;
  @IsIn(QUESTION_KINDS) kind: QuestionKind;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @IsString({ each: true })
  @Length(1, 30, { each: true })
  options?: string[];
  @IsOptional() @IsBoolean() required?: boolean;
  @IsOptional() @IsOne(() => ShowIfDto) showIf?: ShowIfDto;
  @IsOptional() @IsText(4, 100) reason?: string;
}
type _QuestionDto = Assert<Exact<QuestionDto, Question>>;

export class QuestionsDto {
  @IsListOf(() => QuestionDto, 8) questions: QuestionDto[];
}
type _QuestionsDto = Assert<Exact<QuestionsDto, Questions>>;

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

export class ContactDto {
  @IsText(0, 40) name: string;
  @IsText(0, 30) phone: string;
}
type _ContactDto = Assert<Exact<ContactDto, Contact>>;

export class EventImageDto {
  @Matches(/^[0-9a-f]{64}$/) sha: string;
  @IsText(2, 60) alt: string;
}
type _EventImageDto = Assert<Exact<EventImageDto, EventImage>>;

export class NewEventDto {
  @IsText(2, 100) theme: string;
  @IsOptional() @IsText(0, 4000) content?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(7) @IsIn(FORMS, { each: true }) forms?: Form[];
  @IsOptional() @IsIn(TOPICS) topic?: Topic;
  @IsOptional() @IsText(0, 200) audience?: string;
  @IsOptional() @IsId() organizerId?: string;
  @IsOptional() @IsId() programmeId?: string;
  @IsOptional() @IsOne(() => NewHeadcountDto) headcount?: NewHeadcountDto;
  @IsOptional() @IsOne(() => ContactDto) contact?: ContactDto;
  @IsOptional() @IsListOf(() => EventImageDto, 7) images?: EventImageDto[];
  @IsOptional() @IsOne(() => DateWindowDto) window?: DateWindowDto;
  @IsOptional()
  @IsListOf(() => QuestionDto, 8)
  questions?: QuestionDto[];
  @IsOptional()
  @IsListOf(() => NewSessionDto, 60)
  sessions?: NewSessionDto[];
}
type _NewEventDto = Assert<Exact<NewEventDto, NewEvent>>;

export class EventQueryDto extends PageQuery {
  @IsOptional() @IsIn(['announced']) status?: 'announced';
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsText(0, 40) q?: string;
}
type _EventQueryDto = Assert<Exact<EventQueryDto, EventQuery>>;
