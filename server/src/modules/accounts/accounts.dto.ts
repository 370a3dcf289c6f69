import type { ProfileChange } from '@openday/shared/auth';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsOptional } from 'class-validator';
import { IsMobile, IsText } from '../../http/fields';

export class ProfileChangeDto {
  @IsOptional() @IsText(1, 20) name?: string;
  @IsOptional() @IsMobile() phone?: string;
}
type _ProfileChangeDto = Assert<Exact<ProfileChangeDto, ProfileChange>>;
