import type { PasswordChange, PasswordSignIn, RefreshBody } from '@openday/shared/auth';
import type { DoorJoin } from '@openday/shared/check-in';
import type { PhoneCodeRequest, PhoneProof, TotpProof, TotpStart, WechatCode } from '@openday/shared/sign-in';
import type { Assert, Exact } from '@openday/shared/wire';
import { Matches } from 'class-validator';
import { IsLeftOut, IsMobile, IsText } from '../../http/fields';

export class PasswordSignInDto {
  @IsText(1, 40) username: string;
  @IsText(1, 200) password: string;
  @IsLeftOut() @IsText(6, 20) totp?: string;
}
type _PasswordSignInDto = Assert<Exact<PasswordSignInDto, PasswordSignIn>>;

export class PasswordChangeDto {
  @IsText(1, 40) username: string;
  @IsText(1, 200) password: string;
  @IsText(10, 200) newPassword: string;
  @IsLeftOut() @IsText(6, 20) totp?: string;
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

export class WechatCodeDto {
  @IsText(1, 200) code: string;
}
type _WechatCodeDto = Assert<Exact<WechatCodeDto, WechatCode>>;

export class PhoneCodeRequestDto {
  @IsMobile() phone: string;
}
type _PhoneCodeRequestDto = Assert<Exact<PhoneCodeRequestDto, PhoneCodeRequest>>;

export class PhoneProofDto {
  @IsMobile() phone: string;
  @Matches(/^\d{6}$/) code: string;
}
type _PhoneProofDto = Assert<Exact<PhoneProofDto, PhoneProof>>;

export class TotpStartDto {
  @IsText(1, 40) username: string;
  @IsText(1, 200) password: string;
}
type _TotpStartDto = Assert<Exact<TotpStartDto, TotpStart>>;

export class TotpProofDto {
  @IsText(1, 40) username: string;
  @IsText(1, 200) password: string;
  @IsText(6, 20) totp: string;
}
type _TotpProofDto = Assert<Exact<TotpProofDto, TotpProof>>;
