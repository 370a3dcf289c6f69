import { Module } from '@nestjs/common';
import { AccountMergeWriter } from './account-merge.writer';
import { AccountsController } from './accounts.controller';
import { AccountsService } from './accounts.service';
import { AuditViewController } from './audit-view.controller';
import { AuditViewReader } from './audit-view.reader';
import { AuditViewService } from './audit-view.service';
import { IdentitiesWriter } from './identities.writer';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';

@Module({
  controllers: [AccountsController, MembersController, AuditViewController],
  providers: [AccountsService, MembersService, AuditViewService, AuditViewReader, IdentitiesWriter, AccountMergeWriter],
  exports: [AccountsService, AuditViewReader, IdentitiesWriter, AccountMergeWriter],
})
export class AccountsModule {}
