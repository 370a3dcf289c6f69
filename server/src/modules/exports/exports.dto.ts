import {
  type AuditExportQuery,
  EXPORT_FORMATS,
  EXPORT_KINDS,
  type ExportFormat,
  type ExportKind,
  type NewExport,
  type RegistrantsExportQuery,
  type SessionsExportQuery,
  type SuggestionsExportQuery,
} from '@openday/shared/exports';
import { SUGGESTION_STAGES, type SuggestionStage } from '@openday/shared/suggestions';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { AUDIT_ACT, IsId, IsInstant, IsLeftOut, QueryFlag } from '../../http/fields';

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

export class NewExportDto {
  @IsIn(EXPORT_KINDS) kind: ExportKind;
  @IsIn(EXPORT_FORMATS) format: ExportFormat;
  @IsLeftOut() @IsId() programme?: string;
  @IsLeftOut() @IsId() organizer?: string;
  @IsLeftOut() @IsId() session?: string;
  @IsLeftOut() @IsIn(SUGGESTION_STAGES) stage?: SuggestionStage;
  @IsLeftOut() @Matches(AUDIT_ACT) act?: string;
  @IsLeftOut() @IsId() account?: string;
  @IsLeftOut() @IsInstant() from?: string;
  @IsLeftOut() @IsInstant() to?: string;
  @IsLeftOut() @IsBoolean() reveal?: boolean;
}
type _NewExportDto = Assert<Exact<NewExportDto, NewExport>>;
