import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Plans1795255594198 implements MigrationInterface {
  name = 'Plans1795255594198';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "plan_imports" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_b3bb6231f375b3ff1f3f6b70d0" ON "plan_imports" ("organizerId", "year", "title") `,
    );
    await runner.query(
      `CREATE TABLE "plan_rows" ("id" varchar(19) PRIMARY KEY NOT NULL, "importId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "position" integer NOT NULL DEFAULT (0), "contentHash" varchar(64) NOT NULL, "state" varchar(12) NOT NULL, "sheet" text NOT NULL, "decided" text NOT NULL, "eventId" varchar(19), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_c60a421627a7ccc15d7558d7a8" ON "plan_rows" ("importId", "position") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_c60a421627a7ccc15d7558d7a8"`);
    await runner.query(`DROP TABLE "plan_rows"`);
    await runner.query(`DROP INDEX "IDX_b3bb6231f375b3ff1f3f6b70d0"`);
    await runner.query(`DROP TABLE "plan_imports"`);
  }
}
