import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { SuggestionsModule } from '../suggestions/suggestions.module';
import { AuditTableReader } from './audit-table.reader';
import { ClosingsTableReader } from './closings-table.reader';
import { ExportJobWriter } from './export-job.writer';
import { ExportsController } from './exports.controller';
import { ExportsJob } from './exports.job';
import { ExportsService } from './exports.service';
import { OrganizersTableReader } from './organizers-table.reader';
import { RegistrantsTableReader } from './registrants-table.reader';
import { SessionPagesReader } from './session-pages.reader';
import { SuggestionsTableReader } from './suggestions-table.reader';
import { TablesReader } from './tables.reader';
import { UndatedEventsReader } from './undated-events.reader';
import { VenuesTableReader } from './venues-table.reader';

@Module({
  imports: [AccountsModule, SuggestionsModule],
  controllers: [ExportsController],
  providers: [
    ExportsService,
    ExportsJob,
    ExportJobWriter,
    TablesReader,
    SessionPagesReader,
    UndatedEventsReader,
    RegistrantsTableReader,
    SuggestionsTableReader,
    ClosingsTableReader,
    OrganizersTableReader,
    VenuesTableReader,
    AuditTableReader,
  ],
})
export class ExportsModule {}
