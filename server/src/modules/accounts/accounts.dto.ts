import type { ProfileChange } from '@openday/shared/auth';
import type { Exact } from '@openday/shared/wire';
import { IsOptional } from 'class-validator';
import { IsMobile, IsText } from '../../http/fields';

export class ProfileChangeDto {
  @IsOptional() @IsText(1, 20) name?: string;
  @IsOptional() @IsMobile() phone?: string;
}
export const exact: Exact<ProfileChangeDto, ProfileChange> = true;
