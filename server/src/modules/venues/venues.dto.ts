import { ACCESS_NOTES, type AccessNote, type NewVenue } from '@openday/shared/places';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsCount, IsText, PageQuery } from '../../http/fields';

export class NewVenueDto {
  @IsText(1, 60) name: string;
  @IsOptional() @IsText(0, 120) address?: string;
  @IsNumber() @Min(73) @Max(136) lng: number;
  @IsNumber() @Min(3) @Max(54) lat: number;
  @IsOptional() @IsCount(1, 100_000) capacity?: number;
  @IsOptional() @IsIn(ACCESS_NOTES, { each: true }) @ArrayMaxSize(5) access?: AccessNote[];
  @IsOptional() @IsText(0, 120) transport?: string;
}
type _NewVenueDto = Assert<Exact<NewVenueDto, NewVenue>>;

export class VenueQueryDto extends PageQuery {
  @IsOptional() @IsString() @MaxLength(40) q?: string;
}
