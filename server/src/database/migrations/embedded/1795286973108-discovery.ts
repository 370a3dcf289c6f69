import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Discovery1795286973108 implements MigrationInterface {
  name = 'Discovery1795286973108';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "shown_changes" ("id" varchar(16) PRIMARY KEY NOT NULL, "at" datetime(3) NOT NULL, "changed" text NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_d6ab9e5bc673cf7a48fe7b1e5c" ON "shown_changes" ("at") `);
    await runner.query(`DROP INDEX "IDX_1024d476207981d1c72232cf3c"`);
    await runner.query(`DROP INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7"`);
    await runner.query(`DROP INDEX "IDX_4d0d3283f128542d7f698c004b"`);
    await runner.query(
      `CREATE TABLE "temporary_events" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "state" varchar(12) NOT NULL, "theme" varchar(100) NOT NULL, "content" text NOT NULL, "forms" text NOT NULL, "audience" varchar(200) NOT NULL DEFAULT (''), "plannedMin" integer, "plannedMax" integer, "plannedText" varchar(60), "plannedApproximate" boolean NOT NULL DEFAULT (0), "windowText" varchar(60), "windowFrom" varchar(10), "windowTo" varchar(10), "windowPrecision" varchar(12), "contactName" varchar(40) NOT NULL DEFAULT (''), "contactPhone" varchar(30) NOT NULL DEFAULT (''), "followers" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "questions" text, "topic" varchar(12))`,
    );
    await runner.query(
      `INSERT INTO "temporary_events"("id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt", "questions") SELECT "id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt", "questions" FROM "events"`,
    );
    await runner.query(`DROP TABLE "events"`);
    await runner.query(`ALTER TABLE "temporary_events" RENAME TO "events"`);
    await runner.query(`CREATE INDEX "IDX_1024d476207981d1c72232cf3c" ON "events" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7" ON "events" ("programmeId") `);
    await runner.query(`CREATE INDEX "IDX_4d0d3283f128542d7f698c004b" ON "events" ("state", "windowFrom") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_4d0d3283f128542d7f698c004b"`);
    await runner.query(`DROP INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7"`);
    await runner.query(`DROP INDEX "IDX_1024d476207981d1c72232cf3c"`);
    await runner.query(`ALTER TABLE "events" RENAME TO "temporary_events"`);
    await runner.query(
      `CREATE TABLE "events" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "state" varchar(12) NOT NULL, "theme" varchar(100) NOT NULL, "content" text NOT NULL, "forms" text NOT NULL, "audience" varchar(200) NOT NULL DEFAULT (''), "plannedMin" integer, "plannedMax" integer, "plannedText" varchar(60), "plannedApproximate" boolean NOT NULL DEFAULT (0), "windowText" varchar(60), "windowFrom" varchar(10), "windowTo" varchar(10), "windowPrecision" varchar(12), "contactName" varchar(40) NOT NULL DEFAULT (''), "contactPhone" varchar(30) NOT NULL DEFAULT (''), "followers" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "questions" text)`,
    );
    await runner.query(
      `INSERT INTO "events"("id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt", "questions") SELECT "id", "organizerId", "programmeId", "state", "theme", "content", "forms", "audience", "plannedMin", "plannedMax", "plannedText", "plannedApproximate", "windowText", "windowFrom", "windowTo", "windowPrecision", "contactName", "contactPhone", "followers", "createdAt", "updatedAt", "questions" FROM "temporary_events"`,
    );
    await runner.query(`DROP TABLE "temporary_events"`);
    await runner.query(`CREATE INDEX "IDX_4d0d3283f128542d7f698c004b" ON "events" ("state", "windowFrom") `);
    await runner.query(`CREATE INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7" ON "events" ("programmeId") `);
    await runner.query(`CREATE INDEX "IDX_1024d476207981d1c72232cf3c" ON "events" ("organizerId") `);
    await runner.query(`DROP INDEX "IDX_d6ab9e5bc673cf7a48fe7b1e5c"`);
    await runner.query(`DROP TABLE "shown_changes"`);
  }
}
