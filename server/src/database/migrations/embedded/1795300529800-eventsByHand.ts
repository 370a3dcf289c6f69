import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EventsByHand1795300529800 implements MigrationInterface {
  name = 'EventsByHand1795300529800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "slot_plans" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "eventId" varchar(19) NOT NULL, "venueId" varchar(19) NOT NULL, "weekdays" text NOT NULL, "opens" varchar(5) NOT NULL, "ends" varchar(5) NOT NULL, "minutes" integer NOT NULL DEFAULT (0), "seats" integer NOT NULL DEFAULT (0), "weeks" integer NOT NULL DEFAULT (0), "skipsHolidays" boolean NOT NULL DEFAULT (1), "pausedAt" datetime(3), "madeUntil" varchar(10), "claimedAt" datetime(3), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_0e87cb8f2e97048bd4cd716251" ON "slot_plans" ("organizerId") `);
    await runner.query(
      `CREATE TABLE "site_news" ("id" varchar(19) PRIMARY KEY NOT NULL, "event" varchar(20) NOT NULL, "sessionId" varchar(19) NOT NULL, "sortedAt" datetime(3), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_c32144f3da1701f58af77e19ce" ON "site_news" ("sortedAt") `);
    await runner.query(
      `CREATE TABLE "webhooks" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "url" varchar(300) NOT NULL, "secret" varchar(200) NOT NULL, "pausedAt" datetime(3), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_01130c02444754cb1f9b74db5c" ON "webhooks" ("organizerId") `);
    await runner.query(
      `CREATE TABLE "webhook_deliveries" ("id" varchar(19) PRIMARY KEY NOT NULL, "webhookId" varchar(19) NOT NULL, "newsId" varchar(19) NOT NULL, "event" varchar(20) NOT NULL, "sessionId" varchar(19) NOT NULL, "tries" integer NOT NULL DEFAULT (0), "status" integer, "problem" varchar(100), "nextAt" datetime(3), "deliveredAt" datetime(3), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_5ca390aec1d093fb59f5f0a715" ON "webhook_deliveries" ("nextAt") `);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_b9bc9f058d402812f82b9fc927" ON "webhook_deliveries" ("webhookId", "newsId") `,
    );
    await runner.query(`DROP INDEX "IDX_4d0d3283f128542d7f698c004b"`);
    await runner.query(`DROP INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7"`);
    await runner.query(`DROP INDEX "IDX_1024d476207981d1c72232cf3c"`);
    await runner.query(
      `CREATE TABLE "temporary_events" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "state" varchar(12) NOT NULL, "theme" varchar(100) NOT NULL, "content" text NOT NULL, "forms" text NOT NULL, "audience" varchar(200) NOT NULL DEFAULT (''), "plannedMin" integer, "plannedMax" integer, "plannedText" varchar(60), "plannedApproximate" boolean NOT NULL DEFAULT (0), "windowText" varchar(60), "windowFrom" varchar(10), "windowTo" varchar(10), "windowPrecision" varchar(12), "contactName" varchar(40) NOT NULL DEFAULT (''), "contactPhone" varchar(30) NOT NULL DEFAULT (''), "followers" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "questions" text, "topic" varchar(12), "images" text, "submittedAt" datetime(3), "approvedAt" datetime(3), "sentBack" varchar(200))`,
    );
    await runner.query(
      `INSERT INTO "temporary_events"("id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt", "questions", "topic") SELECT "id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt", "questions", "topic" FROM "events"`,
    );
    await runner.query(`DROP TABLE "events"`);
    await runner.query(`ALTER TABLE "temporary_events" RENAME TO "events"`);
    await runner.query(`CREATE INDEX "IDX_4d0d3283f128542d7f698c004b" ON "events" ("state", "windowFrom") `);
    await runner.query(`CREATE INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7" ON "events" ("programmeId") `);
    await runner.query(`CREATE INDEX "IDX_1024d476207981d1c72232cf3c" ON "events" ("organizerId") `);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(
      `CREATE TABLE "temporary_programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10), "answerDays" integer, "approves" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "temporary_programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays" FROM "programmes"`,
    );
    await runner.query(`DROP TABLE "programmes"`);
    await runner.query(`ALTER TABLE "temporary_programmes" RENAME TO "programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_4d66f757c19cbabe921cabc199"`);
    await runner.query(`DROP INDEX "IDX_45ba0669383d0c31aa51e08a74"`);
    await runner.query(
      `CREATE TABLE "temporary_venues" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "name" varchar(60) NOT NULL, "address" varchar(120) NOT NULL DEFAULT (''), "lng" double NOT NULL, "lat" double NOT NULL, "capacity" integer, "access" text NOT NULL, "transport" varchar(120) NOT NULL DEFAULT (''), "createdAt" datetime(3) NOT NULL, "shared" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "temporary_venues"("id", "organizerId", "name", "address", "lng", "lat", "capacity", "access", "transport", "createdAt") SELECT "id", "organizerId", "name", "address", "lng", "lat", "capacity", "access", "transport", "createdAt" FROM "venues"`,
    );
    await runner.query(`DROP TABLE "venues"`);
    await runner.query(`ALTER TABLE "temporary_venues" RENAME TO "venues"`);
    await runner.query(`CREATE INDEX "IDX_4d66f757c19cbabe921cabc199" ON "venues" ("lat", "lng") `);
    await runner.query(`CREATE INDEX "IDX_45ba0669383d0c31aa51e08a74" ON "venues" ("organizerId") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_45ba0669383d0c31aa51e08a74"`);
    await runner.query(`DROP INDEX "IDX_4d66f757c19cbabe921cabc199"`);
    await runner.query(`ALTER TABLE "venues" RENAME TO "temporary_venues"`);
    await runner.query(
      `CREATE TABLE "venues" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "name" varchar(60) NOT NULL, "address" varchar(120) NOT NULL DEFAULT (''), "lng" double NOT NULL, "lat" double NOT NULL, "capacity" integer, "access" text NOT NULL, "transport" varchar(120) NOT NULL DEFAULT (''), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "venues"("id", "organizerId", "name", "address", "lng", "lat", "capacity", "access", "transport", "createdAt") SELECT "id", "organizerId", "name", "address", "lng", "lat", "capacity", "access", "transport", "createdAt" FROM "temporary_venues"`,
    );
    await runner.query(`DROP TABLE "temporary_venues"`);
    await runner.query(`CREATE INDEX "IDX_45ba0669383d0c31aa51e08a74" ON "venues" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_4d66f757c19cbabe921cabc199" ON "venues" ("lat", "lng") `);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(`ALTER TABLE "programmes" RENAME TO "temporary_programmes"`);
    await runner.query(
      `CREATE TABLE "programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10), "answerDays" integer)`,
    );
    await runner.query(
      `INSERT INTO "programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays" FROM "temporary_programmes"`,
    );
    await runner.query(`DROP TABLE "temporary_programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_1024d476207981d1c72232cf3c"`);
    await runner.query(`DROP INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7"`);
    await runner.query(`DROP INDEX "IDX_4d0d3283f128542d7f698c004b"`);
    await runner.query(`ALTER TABLE "events" RENAME TO "temporary_events"`);
    await runner.query(
      `CREATE TABLE "events" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "state" varchar(12) NOT NULL, "theme" varchar(100) NOT NULL, "content" text NOT NULL, "forms" text NOT NULL, "audience" varchar(200) NOT NULL DEFAULT (''), "plannedMin" integer, "plannedMax" integer, "plannedText" varchar(60), "plannedApproximate" boolean NOT NULL DEFAULT (0), "windowText" varchar(60), "windowFrom" varchar(10), "windowTo" varchar(10), "windowPrecision" varchar(12), "contactName" varchar(40) NOT NULL DEFAULT (''), "contactPhone" varchar(30) NOT NULL DEFAULT (''), "followers" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "questions" text, "topic" varchar(12))`,
    );
    await runner.query(
      `INSERT INTO "events"("id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt", "questions", "topic") SELECT "id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt", "questions", "topic" FROM "temporary_events"`,
    );
    await runner.query(`DROP TABLE "temporary_events"`);
    await runner.query(`CREATE INDEX "IDX_1024d476207981d1c72232cf3c" ON "events" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7" ON "events" ("programmeId") `);
    await runner.query(`CREATE INDEX "IDX_4d0d3283f128542d7f698c004b" ON "events" ("state", "windowFrom") `);
    await runner.query(`DROP INDEX "IDX_b9bc9f058d402812f82b9fc927"`);
    await runner.query(`DROP INDEX "IDX_5ca390aec1d093fb59f5f0a715"`);
    await runner.query(`DROP TABLE "webhook_deliveries"`);
    await runner.query(`DROP INDEX "IDX_01130c02444754cb1f9b74db5c"`);
    await runner.query(`DROP TABLE "webhooks"`);
    await runner.query(`DROP INDEX "IDX_c32144f3da1701f58af77e19ce"`);
    await runner.query(`DROP TABLE "site_news"`);
    await runner.query(`DROP INDEX "IDX_0e87cb8f2e97048bd4cd716251"`);
    await runner.query(`DROP TABLE "slot_plans"`);
  }
}
