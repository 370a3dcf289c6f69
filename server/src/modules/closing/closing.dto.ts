import {
  ATTENDANCE_SOURCES,
  type AttendanceSource,
  type ClosingChange,
  type ClosingQuery,
  COUNT_REASONS,
  type CountReason,
  type PastQuestionnaires,
  type PastSession,
  PLAN_REASONS,
  type PlanReason,
} from '@openday/shared/closing';
import { FORMS, type Form } from '@openday/shared/forms';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, Matches, ValidateIf } from 'class-validator';
import { IsCount, IsId, IsInstant, IsLeftOut, IsOne, IsText, PageQuery, QueryNumber } from '../../http/fields';
import { TalliesDto } from '../questionnaires/paper-batches.dto';

const MANY = 100_000;
/** Left out, or null for what is not known. */
const MayBeUnknown = () => ValidateIf((_, value) => value !== undefined && value !== null);

export class ClosingChangeDto {
  @MayBeUnknown() @IsCount(0, 1_000_000) actual?: number | null;
  @MayBeUnknown() @IsIn(ATTENDANCE_SOURCES) source?: AttendanceSource | null;
  @IsLeftOut()
  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsIn(COUNT_REASONS, { each: true })
  countReasons?: CountReason[];
  @IsLeftOut() @IsText(0, 100) countNote?: string;
  @IsLeftOut()
  @IsArray()
  @ArrayMaxSize(8)
  @ArrayUnique()
  @IsIn(PLAN_REASONS, { each: true })
  planReasons?: PlanReason[];
  @IsLeftOut() @IsText(0, 100) planNote?: string;
  @MayBeUnknown() @IsCount(0, MANY) explanations?: number | null;
  @IsLeftOut() @IsArray() @ArrayMaxSize(9) @ArrayUnique() @Matches(/^[0-9a-f]{64}$/, { each: true }) photos?: string[];
  @IsLeftOut() @IsBoolean() photosVouched?: boolean;
  @IsLeftOut() @IsText(0, 200) line?: string;
}
type _ClosingChangeDto = Assert<Exact<ClosingChangeDto, ClosingChange>>;

export class ClosingQueryDto extends PageQuery {
  @IsLeftOut() @IsIn(['due', 'draft', 'published']) show?: 'due' | 'draft' | 'published';
  @IsLeftOut() @IsId() organizer?: string;
  @IsLeftOut() @QueryNumber() @IsCount(2000, 2100) year?: number;
}
type _ClosingQueryDto = Assert<Exact<ClosingQueryDto, ClosingQuery>>;

export class PastQuestionnairesDto {
  @IsCount(0, MANY) handedOut: number;
  @IsCount(0, MANY) returned: number;
  @IsLeftOut() @IsOne(() => TalliesDto) tallies?: TalliesDto;
}
type _PastQuestionnairesDto = Assert<Exact<PastQuestionnairesDto, PastQuestionnaires>>;

export class PastSessionDto {
  @IsLeftOut() @IsId() organizerId?: string;
  @IsLeftOut() @IsId() programmeId?: string;
  @IsText(2, 100) theme: string;
  @IsLeftOut() @IsArray() @ArrayMaxSize(7) @ArrayUnique() @IsIn(FORMS, { each: true }) forms?: Form[];
  @IsInstant() startsAt: string;
  @IsInstant() endsAt: string;
  @IsLeftOut() @IsId() venueId?: string;
  @IsLeftOut() @IsText(1, 60) place?: string;
  @IsLeftOut() @IsCount(0, 1_000_000) planned?: number;
  @IsCount(0, 1_000_000) actual: number;
  @IsIn(ATTENDANCE_SOURCES) source: AttendanceSource;
  @IsLeftOut() @IsCount(0, MANY) explanations?: number;
  @IsLeftOut() @IsOne(() => PastQuestionnairesDto) questionnaires?: PastQuestionnairesDto;
  @IsLeftOut() @IsCount(0, MANY) suggestions?: number;
  @IsLeftOut() @IsCount(0, MANY) resolved?: number;
  @IsLeftOut() @IsText(0, 200) line?: string;
}
type _PastSessionDto = Assert<Exact<PastSessionDto, PastSession>>;
