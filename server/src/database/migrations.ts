// Written by scripts/migration.mjs.
import type { MigrationInterface } from 'typeorm';
import { Initial1795253423043 as EmbeddedInitial1795253423043 } from './migrations/embedded/1795253423043-initial';
import { Plans1795255594198 as EmbeddedPlans1795255594198 } from './migrations/embedded/1795255594198-plans';
import { AdmissionInFull1795263956519 as EmbeddedAdmissionInFull1795263956519 } from './migrations/embedded/1795263956519-admissionInFull';
import { DrawnLists1795264900000 as EmbeddedDrawnLists1795264900000 } from './migrations/embedded/1795264900000-drawnLists';
import { OutboxNotes1795265343643 as EmbeddedOutboxNotes1795265343643 } from './migrations/embedded/1795265343643-outboxNotes';
import { TheDoor1795265860740 as EmbeddedTheDoor1795265860740 } from './migrations/embedded/1795265860740-theDoor';
import { CancelReasons1795269020339 as EmbeddedCancelReasons1795269020339 } from './migrations/embedded/1795269020339-cancelReasons';
import { DoorRevision1795275867806 as EmbeddedDoorRevision1795275867806 } from './migrations/embedded/1795275867806-doorRevision';
import { UnitFollows1795286504644 as EmbeddedUnitFollows1795286504644 } from './migrations/embedded/1795286504644-unitFollows';
import { Arrivals1795286609274 as EmbeddedArrivals1795286609274 } from './migrations/embedded/1795286609274-arrivals';
import { Discovery1795286973108 as EmbeddedDiscovery1795286973108 } from './migrations/embedded/1795286973108-discovery';
import { MeConsentsSettings1795286974731 as EmbeddedMeConsentsSettings1795286974731 } from './migrations/embedded/1795286974731-meConsentsSettings';
import { Suggestions1795287329471 as EmbeddedSuggestions1795287329471 } from './migrations/embedded/1795287329471-suggestions';
import { SuggestionOwners1795288361165 as EmbeddedSuggestionOwners1795288361165 } from './migrations/embedded/1795288361165-suggestionOwners';
import { ClosingReports1795299481707 as EmbeddedClosingReports1795299481707 } from './migrations/embedded/1795299481707-closingReports';
import { SessionCounts1795299575857 as EmbeddedSessionCounts1795299575857 } from './migrations/embedded/1795299575857-sessionCounts';
import { ExportJobs1795299697242 as EmbeddedExportJobs1795299697242 } from './migrations/embedded/1795299697242-exportJobs';
import { People1795299859875 as EmbeddedPeople1795299859875 } from './migrations/embedded/1795299859875-people';
import { EventsByHand1795300529800 as EmbeddedEventsByHand1795300529800 } from './migrations/embedded/1795300529800-eventsByHand';
import { WechatTokens1795312913478 as EmbeddedWechatTokens1795312913478 } from './migrations/embedded/1795312913478-wechatTokens';
import { SignIns1795314120868 as EmbeddedSignIns1795314120868 } from './migrations/embedded/1795314120868-signIns';
import { AuditSeals1795314801030 as EmbeddedAuditSeals1795314801030 } from './migrations/embedded/1795314801030-auditSeals';
import { AskedChanges1795315710545 as EmbeddedAskedChanges1795315710545 } from './migrations/embedded/1795315710545-askedChanges';
import { Messages1795316700000 as EmbeddedMessages1795316700000 } from './migrations/embedded/1795316700000-messages';
import { ImageUses1795325675129 as EmbeddedImageUses1795325675129 } from './migrations/embedded/1795325675129-imageUses';
import { ContentChecks1795325690524 as EmbeddedContentChecks1795325690524 } from './migrations/embedded/1795325690524-contentChecks';
import { KeptDays1795325743516 as EmbeddedKeptDays1795325743516 } from './migrations/embedded/1795325743516-keptDays';
import { SameDay1795337713658 as EmbeddedSameDay1795337713658 } from './migrations/embedded/1795337713658-sameDay';
import { Initial1795253423043 as MariadbInitial1795253423043 } from './migrations/mariadb/1795253423043-initial';
import { Plans1795255594198 as MariadbPlans1795255594198 } from './migrations/mariadb/1795255594198-plans';
import { AdmissionInFull1795263956519 as MariadbAdmissionInFull1795263956519 } from './migrations/mariadb/1795263956519-admissionInFull';
import { DrawnLists1795264900000 as MariadbDrawnLists1795264900000 } from './migrations/mariadb/1795264900000-drawnLists';
import { OutboxNotes1795265343643 as MariadbOutboxNotes1795265343643 } from './migrations/mariadb/1795265343643-outboxNotes';
import { TheDoor1795265860740 as MariadbTheDoor1795265860740 } from './migrations/mariadb/1795265860740-theDoor';
import { CancelReasons1795269020339 as MariadbCancelReasons1795269020339 } from './migrations/mariadb/1795269020339-cancelReasons';
import { DoorRevision1795275867806 as MariadbDoorRevision1795275867806 } from './migrations/mariadb/1795275867806-doorRevision';
import { UnitFollows1795286504644 as MariadbUnitFollows1795286504644 } from './migrations/mariadb/1795286504644-unitFollows';
import { Arrivals1795286609274 as MariadbArrivals1795286609274 } from './migrations/mariadb/1795286609274-arrivals';
import { Discovery1795286973108 as MariadbDiscovery1795286973108 } from './migrations/mariadb/1795286973108-discovery';
import { MeConsentsSettings1795286974731 as MariadbMeConsentsSettings1795286974731 } from './migrations/mariadb/1795286974731-meConsentsSettings';
import { Suggestions1795287329471 as MariadbSuggestions1795287329471 } from './migrations/mariadb/1795287329471-suggestions';
import { SuggestionOwners1795288361165 as MariadbSuggestionOwners1795288361165 } from './migrations/mariadb/1795288361165-suggestionOwners';
import { ClosingReports1795299481707 as MariadbClosingReports1795299481707 } from './migrations/mariadb/1795299481707-closingReports';
import { SessionCounts1795299575857 as MariadbSessionCounts1795299575857 } from './migrations/mariadb/1795299575857-sessionCounts';
import { ExportJobs1795299697242 as MariadbExportJobs1795299697242 } from './migrations/mariadb/1795299697242-exportJobs';
import { People1795299859875 as MariadbPeople1795299859875 } from './migrations/mariadb/1795299859875-people';
import { EventsByHand1795300529800 as MariadbEventsByHand1795300529800 } from './migrations/mariadb/1795300529800-eventsByHand';
import { WechatTokens1795312913478 as MariadbWechatTokens1795312913478 } from './migrations/mariadb/1795312913478-wechatTokens';
import { SignIns1795314120868 as MariadbSignIns1795314120868 } from './migrations/mariadb/1795314120868-signIns';
import { AuditSeals1795314801030 as MariadbAuditSeals1795314801030 } from './migrations/mariadb/1795314801030-auditSeals';
import { AskedChanges1795315710545 as MariadbAskedChanges1795315710545 } from './migrations/mariadb/1795315710545-askedChanges';
import { Messages1795316700000 as MariadbMessages1795316700000 } from './migrations/mariadb/1795316700000-messages';
import { ImageUses1795325675129 as MariadbImageUses1795325675129 } from './migrations/mariadb/1795325675129-imageUses';
import { ContentChecks1795325690524 as MariadbContentChecks1795325690524 } from './migrations/mariadb/1795325690524-contentChecks';
import { KeptDays1795325743516 as MariadbKeptDays1795325743516 } from './migrations/mariadb/1795325743516-keptDays';
import { SameDay1795337713658 as MariadbSameDay1795337713658 } from './migrations/mariadb/1795337713658-sameDay';

type Migrations = (new () => MigrationInterface)[];

export const MARIADB_MIGRATIONS: Migrations = [
  MariadbInitial1795253423043,
  MariadbPlans1795255594198,
  MariadbAdmissionInFull1795263956519,
  MariadbDrawnLists1795264900000,
  MariadbOutboxNotes1795265343643,
  MariadbTheDoor1795265860740,
  MariadbCancelReasons1795269020339,
  MariadbDoorRevision1795275867806,
  MariadbUnitFollows1795286504644,
  MariadbArrivals1795286609274,
  MariadbDiscovery1795286973108,
  MariadbMeConsentsSettings1795286974731,
  MariadbSuggestions1795287329471,
  MariadbSuggestionOwners1795288361165,
  MariadbClosingReports1795299481707,
  MariadbSessionCounts1795299575857,
  MariadbExportJobs1795299697242,
  MariadbPeople1795299859875,
  MariadbEventsByHand1795300529800,
  MariadbWechatTokens1795312913478,
  MariadbSignIns1795314120868,
  MariadbAuditSeals1795314801030,
  MariadbAskedChanges1795315710545,
  MariadbMessages1795316700000,
  MariadbImageUses1795325675129,
  MariadbContentChecks1795325690524,
  MariadbKeptDays1795325743516,
  MariadbSameDay1795337713658,
];
export const EMBEDDED_MIGRATIONS: Migrations = [
  EmbeddedInitial1795253423043,
  EmbeddedPlans1795255594198,
  EmbeddedAdmissionInFull1795263956519,
  EmbeddedDrawnLists1795264900000,
  EmbeddedOutboxNotes1795265343643,
  EmbeddedTheDoor1795265860740,
  EmbeddedCancelReasons1795269020339,
  EmbeddedDoorRevision1795275867806,
  EmbeddedUnitFollows1795286504644,
  EmbeddedArrivals1795286609274,
  EmbeddedDiscovery1795286973108,
  EmbeddedMeConsentsSettings1795286974731,
  EmbeddedSuggestions1795287329471,
  EmbeddedSuggestionOwners1795288361165,
  EmbeddedClosingReports1795299481707,
  EmbeddedSessionCounts1795299575857,
  EmbeddedExportJobs1795299697242,
  EmbeddedPeople1795299859875,
  EmbeddedEventsByHand1795300529800,
  EmbeddedWechatTokens1795312913478,
  EmbeddedSignIns1795314120868,
  EmbeddedAuditSeals1795314801030,
  EmbeddedAskedChanges1795315710545,
  EmbeddedMessages1795316700000,
  EmbeddedImageUses1795325675129,
  EmbeddedContentChecks1795325690524,
  EmbeddedKeptDays1795325743516,
  EmbeddedSameDay1795337713658,
];
