import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller';
import { AccountsService } from './accounts.service';
import { AuditViewController } from './audit-view.controller';
import { AuditViewService } from './audit-view.service';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';

@Module({
  controllers: [AccountsController, MembersController, AuditViewController],
  providers: [AccountsService, MembersService, AuditViewService],
  exports: [AccountsService],
})
export class AccountsModule {}
