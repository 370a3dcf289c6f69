import { type DemoSignIn, type PasswordSignIn, type RefreshBody, ROLES, type Role } from '@openday/shared/auth';
import type { Exact } from '@openday/shared/wire';
import { IsIn, IsOptional } from 'class-validator';
import { IsText } from '../../http/fields';

export class DemoSignInDto {
  @IsIn(ROLES) role: Role;
  @IsOptional() @IsText(1, 20) name?: string;
}
export const exactDemo: Exact<DemoSignInDto, DemoSignIn> = true;

export class PasswordSignInDto {
  @IsText(1, 40) username: string;
  @IsText(1, 200) password: string;
}
export const exactPassword: Exact<PasswordSignInDto, PasswordSignIn> = true;

export class RefreshDto {
  @IsText(20, 200) refreshToken: string;
}
export const exactRefresh: Exact<RefreshDto, RefreshBody> = true;
