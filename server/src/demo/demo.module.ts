import { Module } from '@nestjs/common';
import { AccountsModule } from '../modules/accounts/accounts.module';
import { AuthModule } from '../modules/auth/auth.module';
import { DemoController } from './demo.controller';
import { DemoSignInService } from './demo-sign-in.service';

/** Only with DEMO=1: without it there is no such route. */
@Module({ imports: [AccountsModule, AuthModule], controllers: [DemoController], providers: [DemoSignInService] })
export class DemoModule {}
