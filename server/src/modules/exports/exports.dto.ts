import { EVENT_STATES, type EventState } from '@openday/shared/events';
import {
  type AuditExportQuery,
  type CallsExportQuery,
  type EventsExportQuery,
  EXPORT_FORMATS,
  EXPORT_KINDS,
  type ExportFormat,
  type ExportKind,
  type MembersExportQuery,
  type NewExport,
  type PlanExportQuery,
  type QuestionnairesExportQuery,
  type RegistrantsExportQuery,
  type SessionExportQuery,
  type SessionsExportQuery,
  type SuggestionsExportQuery,
} from '@openday/shared/exports';
import { SUGGESTION_STAGES, type SuggestionStage } from '@openday/shared/suggestions';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { AUDIT_ACT, IsId, IsInstant, IsLeftOut, IsText, QueryFlag } from '../../http/fields';

export class SessionsExportQueryDto {
  @IsOptional() @IsId() programme?: string;
  @IsOptional() @IsId() organizer?: string;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
}
type _SessionsExportQueryDto = Assert<Exact<SessionsExportQueryDto, SessionsExportQuery>>;

export class RegistrantsExportQueryDto {
  @IsId() session: string;
  @IsOptional() @QueryFlag() @IsBoolean() reveal?: boolean;
}
type _RegistrantsExportQueryDto = Assert<Exact<RegistrantsExportQueryDto, RegistrantsExportQuery>>;

export class SuggestionsExportQueryDto {
  @IsOptional() @IsIn(SUGGESTION_STAGES) stage?: SuggestionStage;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
}
type _SuggestionsExportQueryDto = Assert<Exact<SuggestionsExportQueryDto, SuggestionsExportQuery>>;

export class AuditExportQueryDto {
  @IsOptional() @Matches(AUDIT_ACT) act?: string;
  @IsOptional() @IsId() account?: string;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
}
type _AuditExportQueryDto = Assert<Exact<AuditExportQueryDto, AuditExportQuery>>;

export class EventsExportQueryDto {
  @IsOptional() @IsIn(EVENT_STATES) state?: EventState;
  @IsOptional() @IsText(0, 40) q?: string;
}
type _EventsExportQueryDto = Assert<Exact<EventsExportQueryDto, EventsExportQuery>>;

export class SessionExportQueryDto {
  @IsId() session: string;
}
type _SessionExportQueryDto = Assert<Exact<SessionExportQueryDto, SessionExportQuery>>;

export class PlanExportQueryDto {
  @IsId() plan: string;
}
type _PlanExportQueryDto = Assert<Exact<PlanExportQueryDto, PlanExportQuery>>;

export class QuestionnairesExportQueryDto {
  @IsOptional() @IsId() event?: string;
}
type _QuestionnairesExportQueryDto = Assert<Exact<QuestionnairesExportQueryDto, QuestionnairesExportQuery>>;

export class MembersExportQueryDto {
  @IsOptional() @IsId() organizer?: string;
}
type _MembersExportQueryDto = Assert<Exact<MembersExportQueryDto, MembersExportQuery>>;

export class CallsExportQueryDto {
  @IsOptional() @QueryFlag() @IsBoolean() done?: boolean;
  @IsOptional() @QueryFlag() @IsBoolean() reveal?: boolean;
}
type _CallsExportQueryDto = Assert<Exact<CallsExportQueryDto, CallsExportQuery>>;

export class NewExportDto {
  @IsIn(EXPORT_KINDS) kind: ExportKind;
  @IsIn(EXPORT_FORMATS) format: ExportFormat;
  @IsLeftOut() @IsId() programme?: string;
  @IsLeftOut() @IsId() organizer?: string;
  @IsLeftOut() @IsId() session?: string;
  @IsLeftOut() @IsId() event?: string;
  @IsLeftOut() @IsId() plan?: string;
  @IsLeftOut() @IsIn(EVENT_STATES) state?: EventState;
  @IsLeftOut() @IsText(0, 40) q?: string;
  @IsLeftOut() @IsBoolean() done?: boolean;
  @IsLeftOut() @IsIn(SUGGESTION_STAGES) stage?: SuggestionStage;
  @IsLeftOut() @Matches(AUDIT_ACT) act?: string;
  @IsLeftOut() @IsId() account?: string;
  @IsLeftOut() @IsInstant() from?: string;
  @IsLeftOut() @IsInstant() to?: string;
  @IsLeftOut() @IsBoolean() reveal?: boolean;
}
type _NewExportDto = Assert<Exact<NewExportDto, NewExport>>;
