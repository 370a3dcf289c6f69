import type { NewProgramme, ProgrammeChange } from '@openday/shared/places';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsCount, IsLeftOut, IsNullable, IsText, QueryFlag } from '../../http/fields';

export class NewProgrammeDto {
  @IsText(2, 80) title: string;
  @IsCount(2000, 2100) year: number;
}
type _NewProgrammeDto = Assert<Exact<NewProgrammeDto, NewProgramme>>;

export class ProgrammeChangeDto {
  @IsNullable() @IsCount(1, 10) noShowLimit: number | null;
  @IsNullable() @IsCount(1, 365) noShowDays: number | null;
  @IsLeftOut() @IsCount(1, 90) closingDays?: number;
  @IsLeftOut() @IsNullable() @IsCount(1, 90) answerDays?: number | null;
  @IsLeftOut() @IsNullable() @IsCount(1, 30) keptDays?: number | null;
  @IsOptional() @IsBoolean() approves?: boolean;
  @IsLeftOut() @IsNullable() @IsCount(0, 1_000_000) smsBudget?: number | null;
}
type _ProgrammeChangeDto = Assert<Exact<ProgrammeChangeDto, ProgrammeChange>>;

export class ProgrammeQueryDto {
  @IsOptional() @QueryFlag() @IsBoolean() joinable?: boolean;
}
