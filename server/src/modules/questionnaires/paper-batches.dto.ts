import type { NewPaperBatch, Tallies } from '@openday/shared/questionnaires';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsCount, IsId, IsLeftOut, IsOne, IsText } from '../../http/fields';

const MOST = 100_000;

export class SatisfactionTalliesDto {
  @IsCount(0, MOST) veryGood: number;
  @IsCount(0, MOST) good: number;
  @IsCount(0, MOST) fair: number;
  @IsCount(0, MOST) poor: number;
  @IsCount(0, MOST) veryPoor: number;
  @IsCount(0, MOST) blank: number;
}

export class ClarityTalliesDto {
  @IsCount(0, MOST) clear: number;
  @IsCount(0, MOST) partly: number;
  @IsCount(0, MOST) unclear: number;
  @IsCount(0, MOST) blank: number;
}

export class TalliesDto {
  @IsOne(() => SatisfactionTalliesDto) satisfaction: SatisfactionTalliesDto;
  @IsOne(() => ClarityTalliesDto) clarity: ClarityTalliesDto;
}
type _TalliesDto = Assert<Exact<TalliesDto, Tallies>>;

export class NewPaperBatchDto {
  @IsLeftOut() @IsId() sessionId?: string;
  @IsText(1, 60) place: string;
  @IsCount(0, MOST) handedOut: number;
  @IsCount(0, MOST) returned: number;
  @IsLeftOut() @IsOne(() => TalliesDto) tallies?: TalliesDto;
}
type _NewPaperBatchDto = Assert<Exact<NewPaperBatchDto, NewPaperBatch>>;

export class ResultsQueryDto {
  @IsLeftOut() @IsId() session?: string;
}
