import type { NewProgramme, ProgrammeChange } from '@openday/shared/places';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsCount, IsLeftOut, IsNullable, IsText } from '../../http/fields';

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
}
type _ProgrammeChangeDto = Assert<Exact<ProgrammeChangeDto, ProgrammeChange>>;
