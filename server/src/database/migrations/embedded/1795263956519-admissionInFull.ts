import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AdmissionInFull1795263956519 implements MigrationInterface {
  name = 'AdmissionInFull1795263956519';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "draws" ("sessionId" varchar(19) PRIMARY KEY NOT NULL, "commitment" varchar(64) NOT NULL, "secret" varchar(200) NOT NULL, "drawsAt" datetime(3) NOT NULL, "publicSource" varchar(60), "publicNumber" varchar(60), "listHash" varchar(64), "seed" varchar(64), "drawnAt" datetime(3))`,
    );
    await runner.query(`CREATE INDEX "IDX_6146171dd3e165e84c659272c6" ON "draws" ("drawsAt") `);
    await runner.query(
      `CREATE TABLE "draw_entries" ("sessionId" varchar(19) NOT NULL, "ticketNo" integer NOT NULL, "maskedName" varchar(20) NOT NULL, "seats" integer NOT NULL DEFAULT (0), "quota" varchar(20) NOT NULL, "joinWaitlist" boolean NOT NULL DEFAULT (0), "place" integer NOT NULL DEFAULT (0), "outcome" varchar(12) NOT NULL, PRIMARY KEY ("sessionId", "ticketNo"))`,
    );
    await runner.query(
      `CREATE TABLE "invitations" ("id" varchar(19) PRIMARY KEY NOT NULL, "quotaId" varchar(19) NOT NULL, "codeIndex" varchar(64) NOT NULL, "code" varchar(200) NOT NULL, "registrationId" varchar(19), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_f901149f5562b4712ff64fd966" ON "invitations" ("quotaId") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_2802a0e5950c004a933f100fbd" ON "invitations" ("codeIndex") `);
    await runner.query(
      `CREATE TABLE "registration_answers" ("registrationId" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "answers" text NOT NULL, "idNumbers" varchar(1000))`,
    );
    await runner.query(
      `CREATE TABLE "restrictions" ("id" varchar(19) PRIMARY KEY NOT NULL, "programmeId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "subject" varchar(64) NOT NULL, "missed" text NOT NULL, "from" datetime(3) NOT NULL, "until" datetime(3) NOT NULL, "clearedAt" datetime(3), "clearedBy" varchar(19))`,
    );
    await runner.query(`CREATE INDEX "IDX_17b82a083323e7ae7b68d10e93" ON "restrictions" ("subject") `);
    await runner.query(`CREATE INDEX "IDX_469e873d87f2842e889177504c" ON "restrictions" ("programmeId", "subject") `);
    await runner.query(`DROP INDEX "IDX_bd28bf4126f590ab659808a787"`);
    await runner.query(`DROP INDEX "IDX_477e3187cedfb5a3ac121e899c"`);
    await runner.query(
      `CREATE TABLE "temporary_accounts" ("id" varchar(19) PRIMARY KEY NOT NULL, "role" varchar(12) NOT NULL, "username" varchar(60), "passwordHash" varchar(200), "name" varchar(400), "phone" varchar(200), "phoneIndex" varchar(64), "phoneLast4" varchar(4), "organizerId" varchar(19), "disabledAt" datetime(3), "createdAt" datetime(3) NOT NULL, "over60" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "temporary_accounts"("id", "role", "username", "passwordHash", "name", "phone", "phoneIndex", "phoneLast4", "organizerId", "disabledAt", "createdAt") SELECT "id", "role", "username", "passwordHash", "name", "phone", "phoneIndex", "phoneLast4", "organizerId", "disabledAt", "createdAt" FROM "accounts"`,
    );
    await runner.query(`DROP TABLE "accounts"`);
    await runner.query(`ALTER TABLE "temporary_accounts" RENAME TO "accounts"`);
    await runner.query(`CREATE INDEX "IDX_bd28bf4126f590ab659808a787" ON "accounts" ("phoneIndex") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_477e3187cedfb5a3ac121e899c" ON "accounts" ("username") `);
    await runner.query(`DROP INDEX "IDX_4d0d3283f128542d7f698c004b"`);
    await runner.query(`DROP INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7"`);
    await runner.query(`DROP INDEX "IDX_1024d476207981d1c72232cf3c"`);
    await runner.query(
      `CREATE TABLE "temporary_events" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "state" varchar(12) NOT NULL, "theme" varchar(100) NOT NULL, "content" text NOT NULL, "forms" text NOT NULL, "audience" varchar(200) NOT NULL DEFAULT (''), "plannedMin" integer, "plannedMax" integer, "plannedText" varchar(60), "plannedApproximate" boolean NOT NULL DEFAULT (0), "windowText" varchar(60), "windowFrom" varchar(10), "windowTo" varchar(10), "windowPrecision" varchar(12), "contactName" varchar(40) NOT NULL DEFAULT (''), "contactPhone" varchar(30) NOT NULL DEFAULT (''), "followers" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "questions" text)`,
    );
    await runner.query(
      `INSERT INTO "temporary_events"("id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt") SELECT "id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt" FROM "events"`,
    );
    await runner.query(`DROP TABLE "events"`);
    await runner.query(`ALTER TABLE "temporary_events" RENAME TO "events"`);
    await runner.query(`CREATE INDEX "IDX_4d0d3283f128542d7f698c004b" ON "events" ("state", "windowFrom") `);
    await runner.query(`CREATE INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7" ON "events" ("programmeId") `);
    await runner.query(`CREATE INDEX "IDX_1024d476207981d1c72232cf3c" ON "events" ("organizerId") `);
    await runner.query(`DROP INDEX "IDX_50fb1f2ecb7c0e455e5b327530"`);
    await runner.query(`DROP INDEX "IDX_f7bc50c655bc4ac7fdff895c62"`);
    await runner.query(`DROP INDEX "IDX_1881081be171f8e5944add3b5f"`);
    await runner.query(`DROP INDEX "IDX_51ed83c9a1acb790e7d51f1358"`);
    await runner.query(
      `CREATE TABLE "temporary_event_sessions" ("id" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "venueId" varchar(19) NOT NULL, "startsAt" datetime(3) NOT NULL, "endsAt" datetime(3) NOT NULL, "mode" varchar(12) NOT NULL, "opensAt" datetime(3), "closesAt" datetime(3), "partyMax" integer NOT NULL DEFAULT (5), "publishedAt" datetime(3), "cancelledAt" datetime(3), "waiting" integer NOT NULL DEFAULT (0), "waitNumber" integer NOT NULL DEFAULT (0), "doorKey" varchar(200) NOT NULL, "createdAt" datetime(3) NOT NULL, "ceiling" integer, "companions" varchar(8) NOT NULL DEFAULT ('counted'), "asksChildren" boolean NOT NULL DEFAULT (0), "confirmHours" integer, "cancelsUntil" datetime(3), "ticketNumber" integer NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "temporary_event_sessions"("id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt") SELECT "id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt" FROM "event_sessions"`,
    );
    await runner.query(`DROP TABLE "event_sessions"`);
    await runner.query(`ALTER TABLE "temporary_event_sessions" RENAME TO "event_sessions"`);
    await runner.query(`CREATE INDEX "IDX_50fb1f2ecb7c0e455e5b327530" ON "event_sessions" ("venueId", "startsAt") `);
    await runner.query(`CREATE INDEX "IDX_f7bc50c655bc4ac7fdff895c62" ON "event_sessions" ("startsAt") `);
    await runner.query(`CREATE INDEX "IDX_1881081be171f8e5944add3b5f" ON "event_sessions" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_51ed83c9a1acb790e7d51f1358" ON "event_sessions" ("eventId") `);
    await runner.query(`DROP INDEX "IDX_b3bb6231f375b3ff1f3f6b70d0"`);
    await runner.query(
      `CREATE TABLE "temporary_plan_imports" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "reimportedAt" datetime(3))`,
    );
    await runner.query(
      `INSERT INTO "temporary_plan_imports"("id", "organizerId", "programmeId", "title", "year", "createdAt", "updatedAt") SELECT "id", "organizerId", "programmeId", "title", "year", "createdAt", "updatedAt" FROM "plan_imports"`,
    );
    await runner.query(`DROP TABLE "plan_imports"`);
    await runner.query(`ALTER TABLE "temporary_plan_imports" RENAME TO "plan_imports"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_b3bb6231f375b3ff1f3f6b70d0" ON "plan_imports" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_c60a421627a7ccc15d7558d7a8"`);
    await runner.query(
      `CREATE TABLE "temporary_plan_rows" ("id" varchar(19) PRIMARY KEY NOT NULL, "importId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "position" integer NOT NULL DEFAULT (0), "contentHash" varchar(64) NOT NULL, "state" varchar(12) NOT NULL, "sheet" text NOT NULL, "decided" text NOT NULL, "eventId" varchar(19), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "change" varchar(8), "before" text, "published" text)`,
    );
    await runner.query(
      `INSERT INTO "temporary_plan_rows"("id", "importId", "organizerId", "position", "contentHash", "state", "sheet", "decided", "eventId", "createdAt", "updatedAt") SELECT "id", "importId", "organizerId", "position", "contentHash", "state", "sheet", "decided", "eventId", "createdAt", "updatedAt" FROM "plan_rows"`,
    );
    await runner.query(`DROP TABLE "plan_rows"`);
    await runner.query(`ALTER TABLE "temporary_plan_rows" RENAME TO "plan_rows"`);
    await runner.query(`CREATE INDEX "IDX_c60a421627a7ccc15d7558d7a8" ON "plan_rows" ("importId", "position") `);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(
      `CREATE TABLE "temporary_programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer)`,
    );
    await runner.query(
      `INSERT INTO "temporary_programmes"("id", "organizerId", "title", "year", "createdAt") SELECT "id", "organizerId", "title", "year", "createdAt" FROM "programmes"`,
    );
    await runner.query(`DROP TABLE "programmes"`);
    await runner.query(`ALTER TABLE "temporary_programmes" RENAME TO "programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_6f91b72feed81a52bdc0324ce9"`);
    await runner.query(
      `CREATE TABLE "temporary_quotas" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "name" varchar(20) NOT NULL, "capacity" integer NOT NULL DEFAULT (0), "taken" integer NOT NULL DEFAULT (0), "isDefault" boolean NOT NULL DEFAULT (0), "declaration" varchar(60), "approval" boolean NOT NULL DEFAULT (0), "invited" boolean NOT NULL DEFAULT (0), "asksEnterprise" boolean NOT NULL DEFAULT (0), "perEnterprise" integer, "releasesAt" datetime(3))`,
    );
    await runner.query(
      `INSERT INTO "temporary_quotas"("id", "sessionId", "name", "capacity", "taken", "isDefault") SELECT "id", "sessionId", "name", "capacity", "taken", "isDefault" FROM "quotas"`,
    );
    await runner.query(`DROP TABLE "quotas"`);
    await runner.query(`ALTER TABLE "temporary_quotas" RENAME TO "quotas"`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_6f91b72feed81a52bdc0324ce9" ON "quotas" ("sessionId", "name") `);
    await runner.query(`DROP INDEX "IDX_c78d614d5bb61709447691f111"`);
    await runner.query(`DROP INDEX "IDX_bdd40a5a0378a57d8e715d9165"`);
    await runner.query(`DROP INDEX "IDX_1b95bcb276ee056df9a72005e3"`);
    await runner.query(`DROP INDEX "IDX_21ae657cd1e80cc2169e69aeb1"`);
    await runner.query(
      `CREATE TABLE "temporary_registrations" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "quotaId" varchar(19) NOT NULL, "accountId" varchar(19) NOT NULL, "status" varchar(12) NOT NULL, "seats" integer NOT NULL DEFAULT (0), "waitNumber" integer, "subject" varchar(64), "liveSubject" varchar(64), "name" varchar(400) NOT NULL, "nameIndex" varchar(64) NOT NULL, "phone" varchar(200), "phoneLast4" varchar(4), "relation" varchar(12), "consentedAt" datetime(3), "cancelReason" varchar(12), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "children" integer NOT NULL DEFAULT (0), "enterprise" varchar(60), "ticketNo" integer, "joinWaitlist" boolean NOT NULL DEFAULT (0), "confirmBy" datetime(3), "heldBackUntil" datetime(3), "endReason" varchar(100))`,
    );
    await runner.query(
      `INSERT INTO "temporary_registrations"("id", "sessionId", "quotaId", "accountId", "status", "seats", "waitNumber", "subject", "liveSubject", "name", "nameIndex", "phone", "phoneLast4", "relation", "consentedAt", "cancelReason", "createdAt", "updatedAt") SELECT "id", "sessionId", "quotaId", "accountId", "status", "seats", "waitNumber", "subject", "liveSubject", "name", "nameIndex", "phone", "phoneLast4", "relation", "consentedAt", "cancelReason", "createdAt", "updatedAt" FROM "registrations"`,
    );
    await runner.query(`DROP TABLE "registrations"`);
    await runner.query(`ALTER TABLE "temporary_registrations" RENAME TO "registrations"`);
    await runner.query(
      `CREATE INDEX "IDX_c78d614d5bb61709447691f111" ON "registrations" ("sessionId", "status", "waitNumber") `,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_bdd40a5a0378a57d8e715d9165" ON "registrations" ("sessionId", "liveSubject") `,
    );
    await runner.query(`CREATE INDEX "IDX_1b95bcb276ee056df9a72005e3" ON "registrations" ("subject") `);
    await runner.query(`CREATE INDEX "IDX_21ae657cd1e80cc2169e69aeb1" ON "registrations" ("accountId") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_21ae657cd1e80cc2169e69aeb1"`);
    await runner.query(`DROP INDEX "IDX_1b95bcb276ee056df9a72005e3"`);
    await runner.query(`DROP INDEX "IDX_bdd40a5a0378a57d8e715d9165"`);
    await runner.query(`DROP INDEX "IDX_c78d614d5bb61709447691f111"`);
    await runner.query(`ALTER TABLE "registrations" RENAME TO "temporary_registrations"`);
    await runner.query(
      `CREATE TABLE "registrations" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "quotaId" varchar(19) NOT NULL, "accountId" varchar(19) NOT NULL, "status" varchar(12) NOT NULL, "seats" integer NOT NULL DEFAULT (0), "waitNumber" integer, "subject" varchar(64), "liveSubject" varchar(64), "name" varchar(400) NOT NULL, "nameIndex" varchar(64) NOT NULL, "phone" varchar(200), "phoneLast4" varchar(4), "relation" varchar(12), "consentedAt" datetime(3), "cancelReason" varchar(12), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "registrations"("id", "sessionId", "quotaId", "accountId", "status", "seats", "waitNumber", "subject", "liveSubject", "name", "nameIndex", "phone", "phoneLast4", "relation", "consentedAt", "cancelReason", "createdAt", "updatedAt") SELECT "id", "sessionId", "quotaId", "accountId", "status", "seats", "waitNumber", "subject", "liveSubject", "name", "nameIndex", "phone", "phoneLast4", "relation", "consentedAt", "cancelReason", "createdAt", "updatedAt" FROM "temporary_registrations"`,
    );
    await runner.query(`DROP TABLE "temporary_registrations"`);
    await runner.query(`CREATE INDEX "IDX_21ae657cd1e80cc2169e69aeb1" ON "registrations" ("accountId") `);
    await runner.query(`CREATE INDEX "IDX_1b95bcb276ee056df9a72005e3" ON "registrations" ("subject") `);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_bdd40a5a0378a57d8e715d9165" ON "registrations" ("sessionId", "liveSubject") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_c78d614d5bb61709447691f111" ON "registrations" ("sessionId", "status", "waitNumber") `,
    );
    await runner.query(`DROP INDEX "IDX_6f91b72feed81a52bdc0324ce9"`);
    await runner.query(`ALTER TABLE "quotas" RENAME TO "temporary_quotas"`);
    await runner.query(
      `CREATE TABLE "quotas" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "name" varchar(20) NOT NULL, "capacity" integer NOT NULL DEFAULT (0), "taken" integer NOT NULL DEFAULT (0), "isDefault" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "quotas"("id", "sessionId", "name", "capacity", "taken", "isDefault") SELECT "id", "sessionId", "name", "capacity", "taken", "isDefault" FROM "temporary_quotas"`,
    );
    await runner.query(`DROP TABLE "temporary_quotas"`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_6f91b72feed81a52bdc0324ce9" ON "quotas" ("sessionId", "name") `);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(`ALTER TABLE "programmes" RENAME TO "temporary_programmes"`);
    await runner.query(
      `CREATE TABLE "programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "programmes"("id", "organizerId", "title", "year", "createdAt") SELECT "id", "organizerId", "title", "year", "createdAt" FROM "temporary_programmes"`,
    );
    await runner.query(`DROP TABLE "temporary_programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_c60a421627a7ccc15d7558d7a8"`);
    await runner.query(`ALTER TABLE "plan_rows" RENAME TO "temporary_plan_rows"`);
    await runner.query(
      `CREATE TABLE "plan_rows" ("id" varchar(19) PRIMARY KEY NOT NULL, "importId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "position" integer NOT NULL DEFAULT (0), "contentHash" varchar(64) NOT NULL, "state" varchar(12) NOT NULL, "sheet" text NOT NULL, "decided" text NOT NULL, "eventId" varchar(19), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "plan_rows"("id", "importId", "organizerId", "position", "contentHash", "state", "sheet", "decided", "eventId", "createdAt", "updatedAt") SELECT "id", "importId", "organizerId", "position", "contentHash", "state", "sheet", "decided", "eventId", "createdAt", "updatedAt" FROM "temporary_plan_rows"`,
    );
    await runner.query(`DROP TABLE "temporary_plan_rows"`);
    await runner.query(`CREATE INDEX "IDX_c60a421627a7ccc15d7558d7a8" ON "plan_rows" ("importId", "position") `);
    await runner.query(`DROP INDEX "IDX_b3bb6231f375b3ff1f3f6b70d0"`);
    await runner.query(`ALTER TABLE "plan_imports" RENAME TO "temporary_plan_imports"`);
    await runner.query(
      `CREATE TABLE "plan_imports" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "plan_imports"("id", "organizerId", "programmeId", "title", "year", "createdAt", "updatedAt") SELECT "id", "organizerId", "programmeId", "title", "year", "createdAt", "updatedAt" FROM "temporary_plan_imports"`,
    );
    await runner.query(`DROP TABLE "temporary_plan_imports"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_b3bb6231f375b3ff1f3f6b70d0" ON "plan_imports" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_51ed83c9a1acb790e7d51f1358"`);
    await runner.query(`DROP INDEX "IDX_1881081be171f8e5944add3b5f"`);
    await runner.query(`DROP INDEX "IDX_f7bc50c655bc4ac7fdff895c62"`);
    await runner.query(`DROP INDEX "IDX_50fb1f2ecb7c0e455e5b327530"`);
    await runner.query(`ALTER TABLE "event_sessions" RENAME TO "temporary_event_sessions"`);
    await runner.query(
      `CREATE TABLE "event_sessions" ("id" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "venueId" varchar(19) NOT NULL, "startsAt" datetime(3) NOT NULL, "endsAt" datetime(3) NOT NULL, "mode" varchar(12) NOT NULL, "opensAt" datetime(3), "closesAt" datetime(3), "partyMax" integer NOT NULL DEFAULT (5), "publishedAt" datetime(3), "cancelledAt" datetime(3), "waiting" integer NOT NULL DEFAULT (0), "waitNumber" integer NOT NULL DEFAULT (0), "doorKey" varchar(200) NOT NULL, "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "event_sessions"("id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt") SELECT "id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt" FROM "temporary_event_sessions"`,
    );
    await runner.query(`DROP TABLE "temporary_event_sessions"`);
    await runner.query(`CREATE INDEX "IDX_51ed83c9a1acb790e7d51f1358" ON "event_sessions" ("eventId") `);
    await runner.query(`CREATE INDEX "IDX_1881081be171f8e5944add3b5f" ON "event_sessions" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_f7bc50c655bc4ac7fdff895c62" ON "event_sessions" ("startsAt") `);
    await runner.query(`CREATE INDEX "IDX_50fb1f2ecb7c0e455e5b327530" ON "event_sessions" ("venueId", "startsAt") `);
    await runner.query(`DROP INDEX "IDX_1024d476207981d1c72232cf3c"`);
    await runner.query(`DROP INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7"`);
    await runner.query(`DROP INDEX "IDX_4d0d3283f128542d7f698c004b"`);
    await runner.query(`ALTER TABLE "events" RENAME TO "temporary_events"`);
    await runner.query(
      `CREATE TABLE "events" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "state" varchar(12) NOT NULL, "theme" varchar(100) NOT NULL, "content" text NOT NULL, "forms" text NOT NULL, "audience" varchar(200) NOT NULL DEFAULT (''), "plannedMin" integer, "plannedMax" integer, "plannedText" varchar(60), "plannedApproximate" boolean NOT NULL DEFAULT (0), "windowText" varchar(60), "windowFrom" varchar(10), "windowTo" varchar(10), "windowPrecision" varchar(12), "contactName" varchar(40) NOT NULL DEFAULT (''), "contactPhone" varchar(30) NOT NULL DEFAULT (''), "followers" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "events"("id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt") SELECT "id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt" FROM "temporary_events"`,
    );
    await runner.query(`DROP TABLE "temporary_events"`);
    await runner.query(`CREATE INDEX "IDX_1024d476207981d1c72232cf3c" ON "events" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7" ON "events" ("programmeId") `);
    await runner.query(`CREATE INDEX "IDX_4d0d3283f128542d7f698c004b" ON "events" ("state", "windowFrom") `);
    await runner.query(`DROP INDEX "IDX_477e3187cedfb5a3ac121e899c"`);
    await runner.query(`DROP INDEX "IDX_bd28bf4126f590ab659808a787"`);
    await runner.query(`ALTER TABLE "accounts" RENAME TO "temporary_accounts"`);
    await runner.query(
      `CREATE TABLE "accounts" ("id" varchar(19) PRIMARY KEY NOT NULL, "role" varchar(12) NOT NULL, "username" varchar(60), "passwordHash" varchar(200), "name" varchar(400), "phone" varchar(200), "phoneIndex" varchar(64), "phoneLast4" varchar(4), "organizerId" varchar(19), "disabledAt" datetime(3), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "accounts"("id", "role", "username", "passwordHash", "name", "phone", "phoneIndex", "phoneLast4", "organizerId", "disabledAt", "createdAt") SELECT "id", "role", "username", "passwordHash", "name", "phone", "phoneIndex", "phoneLast4", "organizerId", "disabledAt", "createdAt" FROM "temporary_accounts"`,
    );
    await runner.query(`DROP TABLE "temporary_accounts"`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_477e3187cedfb5a3ac121e899c" ON "accounts" ("username") `);
    await runner.query(`CREATE INDEX "IDX_bd28bf4126f590ab659808a787" ON "accounts" ("phoneIndex") `);
    await runner.query(`DROP INDEX "IDX_469e873d87f2842e889177504c"`);
    await runner.query(`DROP INDEX "IDX_17b82a083323e7ae7b68d10e93"`);
    await runner.query(`DROP TABLE "restrictions"`);
    await runner.query(`DROP TABLE "registration_answers"`);
    await runner.query(`DROP INDEX "IDX_2802a0e5950c004a933f100fbd"`);
    await runner.query(`DROP INDEX "IDX_f901149f5562b4712ff64fd966"`);
    await runner.query(`DROP TABLE "invitations"`);
    await runner.query(`DROP TABLE "draw_entries"`);
    await runner.query(`DROP INDEX "IDX_6146171dd3e165e84c659272c6"`);
    await runner.query(`DROP TABLE "draws"`);
  }
}
