import { Global, Module } from '@nestjs/common';
import { AuditWriter } from './audit.writer';
import { AuditChainReader } from './audit-chain.reader';
import { AuditSealJob } from './audit-seal.job';

@Global()
@Module({ providers: [AuditWriter, AuditSealJob, AuditChainReader], exports: [AuditWriter] })
export class AuditModule {}
