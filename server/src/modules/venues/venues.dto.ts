import { ACCESS_NOTES, type AccessNote, type NewVenue, type VenueChange } from '@openday/shared/places';
import type { Assert, Exact } from '@openday/shared/wire';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsCount, IsLeftOut, IsText, PageQuery } from '../../http/fields';

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

export class VenueChangeDto {
  @IsLeftOut() @IsText(1, 60) name?: string;
  @IsLeftOut() @IsText(0, 120) address?: string;
  @IsLeftOut() @IsNumber() @Min(73) @Max(136) lng?: number;
  @IsLeftOut() @IsNumber() @Min(3) @Max(54) lat?: number;
  @ValidateIf((_, value) => value !== undefined && value !== null) @IsCount(1, 100_000) capacity?: number | null;
  @IsLeftOut() @IsArray() @IsIn(ACCESS_NOTES, { each: true }) @ArrayMaxSize(5) access?: AccessNote[];
  @IsLeftOut() @IsText(0, 120) transport?: string;
  @IsLeftOut() @IsBoolean() shared?: boolean;
  @IsLeftOut() @IsBoolean() confirm?: boolean;
}
type _VenueChangeDto = Assert<Exact<VenueChangeDto, VenueChange>>;
