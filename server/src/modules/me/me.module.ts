import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { RegistrationsModule } from '../registrations/registrations.module';
import { SuggestionsModule } from '../suggestions/suggestions.module';
import { ConsentsService } from './consents.service';
import { ErasureService } from './erasure.service';
import { ErasureWriter } from './erasure.writer';
import { ErasureJournalWriter } from './erasure-journal.writer';
import { ExportService } from './export.service';
import { FollowsReader } from './follows.reader';
import { MeController } from './me.controller';
import { MessageSettingsService } from './message-settings.service';
import { OwnRowsReader } from './own-rows.reader';

/** What a resident may see, take along, change and take away of their own: it reads everybody's tables, and nobody its. */
@Module({
  imports: [AccountsModule, RegistrationsModule, SuggestionsModule],
  controllers: [MeController],
  providers: [
    ConsentsService,
    ErasureService,
    ErasureWriter,
    ErasureJournalWriter,
    ExportService,
    FollowsReader,
    MessageSettingsService,
    OwnRowsReader,
  ],
  exports: [ExportService],
})
export class MeModule {}
