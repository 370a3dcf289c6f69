import type { Excuse, NewDoorInvite, PackQuery } from '@openday/shared/check-in';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, Matches } from 'class-validator';
import { IsCount, IsInstant, IsText } from '../../http/fields';

/** Items are read one by one (scan-fact.reader.ts), so that a bad one blocks nothing. */
export class ScanUploadDto {
  @Matches(/^[a-z0-9_-]{4,40}$/) deviceId: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) scans: unknown[];
}

export class PackQueryDto {
  @IsOptional() @Matches(/^[a-z0-9_-]{4,40}$/) deviceId?: string;
  @IsOptional() @IsText(1, 20) name?: string;
  @IsOptional() @IsInstant() since?: string;
}
type _PackQueryDto = Assert<Exact<PackQueryDto, PackQuery>>;

export class ExcuseDto {
  @Matches(/^[a-z0-9_-]{4,40}$/) deviceId: string;
  @IsText(2, 100) reason: string;
}
type _ExcuseDto = Assert<Exact<ExcuseDto, Excuse>>;

export class NewDoorInviteDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Matches(/^\d{19}$/, { each: true }) sessions: string[];
  @IsCount(1, 366 * 24) hours: number;
}
type _NewDoorInviteDto = Assert<Exact<NewDoorInviteDto, NewDoorInvite>>;
