import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { BindingService } from './binding.service';
import { DevicesService } from './devices.service';
import { PasswordService } from './password.service';
import { PhoneCodeService } from './phone-code.service';
import { ResidentSignInService } from './resident-sign-in.service';
import { SecondFactorWriter } from './second-factor.writer';
import { SignInWriter } from './sign-in.writer';
import { SignInRetentionJob } from './sign-in-retention.job';
import { SignInWaysController } from './sign-in-ways.controller';

@Module({
  imports: [AccountsModule],
  controllers: [AuthController, SignInWaysController],
  providers: [
    AuthService,
    BindingService,
    DevicesService,
    PasswordService,
    PhoneCodeService,
    ResidentSignInService,
    SecondFactorWriter,
    SignInRetentionJob,
    SignInWriter,
  ],
  exports: [SignInWriter],
})
export class AuthModule {}
