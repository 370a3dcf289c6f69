import { Global, Module } from '@nestjs/common';
import { SmsClient } from './sms.client';

/** Sending SMS. Without `SMS_URL` there is none. */
@Global()
@Module({ providers: [SmsClient], exports: [SmsClient] })
export class SmsModule {}
