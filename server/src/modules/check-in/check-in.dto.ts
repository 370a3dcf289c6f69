import {
  type Excuse,
  type NewDoorInvite,
  type PackQuery,
  SCAN_KINDS,
  type ScanFact,
  type ScanKind,
  SHOWN,
  type Shown,
} from '@openday/shared/check-in';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { IsCount, IsId, IsInstant, IsText } from '../../http/fields';

const YEARS_10_MS = 315_360_000_000;

/** Items are checked one by one (ScanFactDto), so that a bad one blocks nothing. */
export class ScanUploadDto {
  @Matches(/^[A-Za-z0-9_-]{4,40}$/) deviceId: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) scans: unknown[];
}

export class ScanFactDto {
  @Matches(/^[A-Za-z0-9_-]{8,40}$/) id: string;
  @IsCount(1, 1_000_000) seq: number;
  @IsId() sessionId: string;
  @IsIn(SCAN_KINDS) kind: ScanKind;
  @IsOptional() @IsText(1, 100) code?: string;
  @IsOptional() @IsId() registrationId?: string;
  @IsOptional() @Matches(/^[A-Za-z0-9_-]{8,40}$/) ref?: string;
  @IsCount(-1000, 100_000) seats: number;
  @IsInstant() at: string;
  @IsCount(-YEARS_10_MS, YEARS_10_MS) clockOffsetMs: number;
  @IsIn(SHOWN) shown: Shown;
  @IsOptional() @IsText(0, 100) reason?: string;
}
type _ScanFactDto = Assert<Exact<ScanFactDto, ScanFact>>;

export class PackQueryDto {
  @Matches(/^[A-Za-z0-9_-]{4,40}$/) deviceId: string;
  @IsOptional() @IsText(1, 20) name?: string;
  @IsOptional() @IsInstant() since?: string;
}
type _PackQueryDto = Assert<Exact<PackQueryDto, PackQuery>>;

export class ExcuseDto {
  @Matches(/^[A-Za-z0-9_-]{4,40}$/) deviceId: string;
  @IsText(2, 100) reason: string;
}
type _ExcuseDto = Assert<Exact<ExcuseDto, Excuse>>;

export class NewDoorInviteDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Matches(/^\d{19}$/, { each: true }) sessions: string[];
  @IsCount(1, 336) hours: number;
}
type _NewDoorInviteDto = Assert<Exact<NewDoorInviteDto, NewDoorInvite>>;
