import type { CollectedSuggestion, PhoneVerdict, ProgressQuery } from '@openday/shared/collected';
import type { PublicationRefusal } from '@openday/shared/publications';
import {
  type DeskSuggestionQuery,
  type NewSuggestion,
  SUGGESTION_KINDS,
  SUGGESTION_SOURCES,
  SUGGESTION_STAGES,
  type SuggestionAnswer,
  type SuggestionKind,
  type SuggestionNote,
  type SuggestionPublication,
  type SuggestionRating,
  type SuggestionSource,
  type SuggestionStage,
  type SuggestionTransfer,
  type TakeSuggestion,
  VERDICTS,
  type Verdict,
} from '@openday/shared/suggestions';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsDay, IsId, IsInstant, IsLeftOut, IsMobile, IsNullable, IsText, PageQuery } from '../../http/fields';

export class NewSuggestionDto {
  @IsIn(SUGGESTION_KINDS) kind: SuggestionKind;
  @IsText(2, 500) text: string;
  @IsLeftOut() @IsId() sessionId?: string;
  @IsLeftOut() @IsId() eventId?: string;
  @IsLeftOut() @IsId() organizerId?: string;
  @IsLeftOut() @IsBoolean() mayCall?: boolean;
}
type _NewSuggestionDto = Assert<Exact<NewSuggestionDto, NewSuggestion>>;

export class SuggestionRatingDto {
  @IsIn(VERDICTS) verdict: Verdict;
  @IsLeftOut() @IsText(2, 300) text?: string;
}
type _SuggestionRatingDto = Assert<Exact<SuggestionRatingDto, SuggestionRating>>;

export class SuggestionNoteDto {
  @IsText(2, 300) text: string;
}
type _SuggestionNoteDto = Assert<Exact<SuggestionNoteDto, SuggestionNote>>;

export class TakeSuggestionDto {
  @IsLeftOut() @IsInstant() dueAt?: string;
}
type _TakeSuggestionDto = Assert<Exact<TakeSuggestionDto, TakeSuggestion>>;

export class SuggestionAnswerDto {
  @IsText(2, 1000) text: string;
  @IsLeftOut() @IsBoolean() resolved?: boolean;
  @IsLeftOut() @IsText(2, 100) question?: string;
}
type _SuggestionAnswerDto = Assert<Exact<SuggestionAnswerDto, SuggestionAnswer>>;

export class SuggestionTransferDto {
  @IsId() organizerId: string;
  @IsText(2, 100) reason: string;
  @IsLeftOut() @IsInstant() dueAt?: string;
}
type _SuggestionTransferDto = Assert<Exact<SuggestionTransferDto, SuggestionTransfer>>;

export class CollectedSuggestionDto {
  @IsIn(['door', 'paper']) source: 'door' | 'paper';
  @IsIn(SUGGESTION_KINDS) kind: SuggestionKind;
  @IsText(2, 500) text: string;
  @IsLeftOut() @IsId() sessionId?: string;
  @IsLeftOut() @IsId() eventId?: string;
  @IsLeftOut() @IsId() organizerId?: string;
  @IsLeftOut() @IsId() programmeId?: string;
  @IsLeftOut() @IsDay() day?: string;
  @IsLeftOut() @IsText(1, 20) name?: string;
  @IsLeftOut() @IsMobile() phone?: string;
}
type _CollectedSuggestionDto = Assert<Exact<CollectedSuggestionDto, CollectedSuggestion>>;

export class PhoneVerdictDto {
  @IsIn(VERDICTS) verdict: Verdict;
  @IsText(2, 20) caller: string;
  @IsLeftOut() @IsText(2, 300) text?: string;
}
type _PhoneVerdictDto = Assert<Exact<PhoneVerdictDto, PhoneVerdict>>;

export class ProgressQueryDto extends PageQuery {
  @IsOptional() @IsId() programme?: string;
}
type _ProgressQueryDto = Assert<Exact<ProgressQueryDto, ProgressQuery>>;

export class SuggestionPublicationDto {
  @IsNullable() @IsText(2, 100) question: string | null;
}
type _SuggestionPublicationDto = Assert<Exact<SuggestionPublicationDto, SuggestionPublication>>;

export class PublicationRefusalDto {
  @IsText(2, 100) reason: string;
}
type _PublicationRefusalDto = Assert<Exact<PublicationRefusalDto, PublicationRefusal>>;

export class DeskSuggestionQueryDto extends PageQuery {
  @IsOptional() @IsIn(SUGGESTION_STAGES) stage?: SuggestionStage;
  @IsOptional() @IsIn(SUGGESTION_SOURCES) source?: SuggestionSource;
}
type _DeskSuggestionQueryDto = Assert<Exact<DeskSuggestionQueryDto, DeskSuggestionQuery>>;
