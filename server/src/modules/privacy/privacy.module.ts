import { Global, Module } from '@nestjs/common';
import { Vault } from './vault.service';

@Global()
@Module({ providers: [Vault], exports: [Vault] })
export class PrivacyModule {}
