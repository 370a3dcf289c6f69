import type { NewProgramme } from '@openday/shared/places';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsCount, IsText } from '../../http/fields';

export class NewProgrammeDto {
  @IsText(2, 80) title: string;
  @IsCount(2000, 2100) year: number;
}
type _NewProgrammeDto = Assert<Exact<NewProgrammeDto, NewProgramme>>;
