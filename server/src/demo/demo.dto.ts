import { type DemoSignIn, ROLES, type Role } from '@openday/shared/auth';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsIn, IsOptional } from 'class-validator';
import { IsText } from '../http/fields';

export class DemoSignInDto {
  @IsIn(ROLES) role: Role;
  @IsOptional() @IsText(1, 20) name?: string;
}
type _DemoSignInDto = Assert<Exact<DemoSignInDto, DemoSignIn>>;
