import type { ProfileChange } from '@openday/shared/auth';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsMobile, IsText } from '../../http/fields';

export class ProfileChangeDto {
  @IsOptional() @IsText(1, 20) name?: string;
  @IsOptional() @IsMobile() phone?: string;
  @IsOptional() @IsBoolean() over60?: boolean;
}
type _ProfileChangeDto = Assert<Exact<ProfileChangeDto, ProfileChange>>;
