import { CLARITIES, type Clarity, type NewResponse, SATISFACTIONS, type Satisfaction } from '@openday/shared/responses';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsBoolean, IsIn } from 'class-validator';
import { IsId, IsLeftOut, IsText } from '../../http/fields';

export class NewResponseDto {
  @IsLeftOut() @IsId() registrationId?: string;
  @IsIn(SATISFACTIONS) satisfaction: Satisfaction;
  @IsIn(CLARITIES) clarity: Clarity;
  @IsLeftOut() @IsText(2, 300) line?: string;
  @IsLeftOut() @IsBoolean() wantsAnswer?: boolean;
}
type _NewResponseDto = Assert<Exact<NewResponseDto, NewResponse>>;
