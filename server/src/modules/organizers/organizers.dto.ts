import type { UnitChange } from '@openday/shared/people';
import type { NewOrganizer } from '@openday/shared/places';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsOptional } from 'class-validator';
import { IsId, IsLeftOut, IsText } from '../../http/fields';

export class NewOrganizerDto {
  @IsText(2, 60) name: string;
  @IsOptional() @IsId() parentId?: string;
}
type _NewOrganizerDto = Assert<Exact<NewOrganizerDto, NewOrganizer>>;

export class UnitChangeDto {
  @IsLeftOut() @IsText(2, 60) name?: string;
  @IsLeftOut() @IsId() parentId?: string;
  @IsLeftOut() @IsText(0, 40) contactName?: string;
  @IsLeftOut() @IsText(0, 30) contactPhone?: string;
}
type _UnitChangeDto = Assert<Exact<UnitChangeDto, UnitChange>>;
