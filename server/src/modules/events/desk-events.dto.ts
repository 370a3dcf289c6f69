import type { DeskEventQuery, EventChange, NewSessions, Recurrence, SendBack } from '@openday/shared/desk-events';
import { EVENT_STATES, type EventState } from '@openday/shared/events';
import { FORMS, type Form } from '@openday/shared/forms';
import { TOPICS, type Topic } from '@openday/shared/topics';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateIf } from 'class-validator';
import { IsDay, IsId, IsLeftOut, IsListOf, IsOne, IsText, PageQuery } from '../../http/fields';
import { ContactDto, DateWindowDto, EventImageDto, NewHeadcountDto, NewSessionDto } from './events.dto';

/** May be left out, and null takes back. */
const IsTakenBack = () => ValidateIf((_, value) => value !== undefined && value !== null);

export class DeskEventQueryDto extends PageQuery {
  @IsOptional() @IsIn(EVENT_STATES) state?: EventState;
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsText(0, 40) q?: string;
}
type _DeskEventQueryDto = Assert<Exact<DeskEventQueryDto, DeskEventQuery>>;

export class EventChangeDto {
  @IsLeftOut() @IsText(2, 100) theme?: string;
  @IsLeftOut() @IsText(0, 4000) content?: string;
  @IsLeftOut() @IsArray() @ArrayMaxSize(7) @IsIn(FORMS, { each: true }) forms?: Form[];
  @IsTakenBack() @IsIn(TOPICS) topic?: Topic | null;
  @IsLeftOut() @IsText(0, 200) audience?: string;
  @IsTakenBack() @IsOne(() => NewHeadcountDto) headcount?: NewHeadcountDto | null;
  @IsLeftOut() @IsOne(() => ContactDto) contact?: ContactDto;
  @IsTakenBack() @IsId() programmeId?: string | null;
  @IsLeftOut() @IsListOf(() => EventImageDto, 7) images?: EventImageDto[];
  @IsTakenBack() @IsOne(() => DateWindowDto) window?: DateWindowDto | null;
  @IsLeftOut() @IsListOf(() => NewSessionDto, 60) sessions?: NewSessionDto[];
  @IsLeftOut() @IsBoolean() tell?: boolean;
  @IsLeftOut() @IsText(2, 100) reason?: string;
  @IsLeftOut() @IsBoolean() confirm?: boolean;
}
type _EventChangeDto = Assert<Exact<EventChangeDto, EventChange>>;

export class NewSessionsDto {
  @ArrayMinSize(1) @IsListOf(() => NewSessionDto, 60) sessions: NewSessionDto[];
}
type _NewSessionsDto = Assert<Exact<NewSessionsDto, NewSessions>>;

export class SendBackDto {
  @IsText(2, 200) reason: string;
}
type _SendBackDto = Assert<Exact<SendBackDto, SendBack>>;

export class RecurrenceDto {
  @IsDay() from: string;
  @IsText(10, 120) rule: string;
  @IsLeftOut() @IsArray() @ArrayMaxSize(60) @IsDay({ each: true }) except?: string[];
  @IsIn(['skip', 'keep']) holidays: 'skip' | 'keep';
}
type _RecurrenceDto = Assert<Exact<RecurrenceDto, Recurrence>>;
