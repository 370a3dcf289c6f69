import type { PasswordChange, PasswordSignIn, RefreshBody } from '@openday/shared/auth';
import type { DoorJoin } from '@openday/shared/check-in';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsText } from '../../http/fields';

export class PasswordSignInDto {
  @IsText(1, 40) username: string;
  @IsText(1, 200) password: string;
}
type _PasswordSignInDto = Assert<Exact<PasswordSignInDto, PasswordSignIn>>;

export class PasswordChangeDto {
  @IsText(1, 40) username: string;
  @IsText(1, 200) password: string;
  @IsText(10, 200) newPassword: string;
}
type _PasswordChangeDto = Assert<Exact<PasswordChangeDto, PasswordChange>>;

export class RefreshDto {
  @IsText(20, 200) refreshToken: string;
}
type _RefreshDto = Assert<Exact<RefreshDto, RefreshBody>>;

export class DoorJoinDto {
  @IsText(20, 100) token: string;
  @IsText(1, 20) name: string;
}
type _DoorJoinDto = Assert<Exact<DoorJoinDto, DoorJoin>>;
