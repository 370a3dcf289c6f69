import type { NewOrganizer } from '@openday/shared/places';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsOptional } from 'class-validator';
import { IsId, IsText } from '../../http/fields';

export class NewOrganizerDto {
  @IsText(2, 60) name: string;
  @IsOptional() @IsId() parentId?: string;
}
type _NewOrganizerDto = Assert<Exact<NewOrganizerDto, NewOrganizer>>;
