import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { CheckInModule } from '../check-in/check-in.module';
import { ClosingModule } from '../closing/closing.module';
import { EventsModule } from '../events/events.module';
import { ImagesModule } from '../images/images.module';
import { MeModule } from '../me/me.module';
import { MessagesModule } from '../messages/messages.module';
import { PlansModule } from '../plans/plans.module';
import { RegistrationsModule } from '../registrations/registrations.module';
import { SuggestionsModule } from '../suggestions/suggestions.module';
import { TopicsModule } from '../topics/topics.module';
import { AuditTableReader } from './audit-table.reader';
import { CallsTableReader } from './calls-table.reader';
import { ClosingFileController } from './closing-file.controller';
import { ClosingFileService } from './closing-file.service';
import { ClosingsTableReader } from './closings-table.reader';
import { DoorStaffTableReader } from './door-staff-table.reader';
import { DrawTableReader } from './draw-table.reader';
import { EventsTableReader } from './events-table.reader';
import { ExportJobWriter } from './export-job.writer';
import { ExportJobsController } from './export-jobs.controller';
import { ExportsController } from './exports.controller';
import { ExportsJob } from './exports.job';
import { ExportsService } from './exports.service';
import { ImportsTableReader } from './imports-table.reader';
import { MembersTableReader } from './members-table.reader';
import { MessagesTableReader } from './messages-table.reader';
import { MyDataFileController } from './my-data-file.controller';
import { MyDataFileService } from './my-data-file.service';
import { OrganizersTableReader } from './organizers-table.reader';
import { PapersTableReader } from './papers-table.reader';
import { PlanTableReader } from './plan-table.reader';
import { ProgrammesTableReader } from './programmes-table.reader';
import { PublicationsTableReader } from './publications-table.reader';
import { RegistrantsTableReader } from './registrants-table.reader';
import { RestrictionsTableReader } from './restrictions-table.reader';
import { SatisfactionTableReader } from './satisfaction-table.reader';
import { SessionPagesReader } from './session-pages.reader';
import { SessionTablesReader } from './session-tables.reader';
import { SitesTableReader } from './sites-table.reader';
import { SlotsTableReader } from './slots-table.reader';
import { SuggestionsTableReader } from './suggestions-table.reader';
import { TablesReader } from './tables.reader';
import { TopicsTableReader } from './topics-table.reader';
import { UndatedEventsReader } from './undated-events.reader';
import { VenuesTableReader } from './venues-table.reader';

@Module({
  imports: [
    AccountsModule,
    EventsModule,
    ClosingModule,
    ImagesModule,
    CheckInModule,
    SuggestionsModule,
    RegistrationsModule,
    TopicsModule,
    MessagesModule,
    PlansModule,
    MeModule,
  ],
  controllers: [ExportsController, ExportJobsController, ClosingFileController, MyDataFileController],
  providers: [
    ExportsService,
    ClosingFileService,
    MyDataFileService,
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
    SessionTablesReader,
    EventsTableReader,
    PlanTableReader,
    SatisfactionTableReader,
    PapersTableReader,
    MembersTableReader,
    CallsTableReader,
    RestrictionsTableReader,
    TopicsTableReader,
    DrawTableReader,
    ProgrammesTableReader,
    ImportsTableReader,
    SlotsTableReader,
    SitesTableReader,
    DoorStaffTableReader,
    MessagesTableReader,
    PublicationsTableReader,
  ],
})
export class ExportsModule {}
