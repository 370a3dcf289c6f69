import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptDays1795325743516 implements MigrationInterface {
  name = 'KeptDays1795325743516';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(
      `CREATE TABLE "temporary_programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10), "answerDays" integer, "approves" boolean NOT NULL DEFAULT (0), "smsBudget" integer, "smsSent" integer NOT NULL DEFAULT (0), "keptDays" integer)`,
    );
    await runner.query(
      `INSERT INTO "temporary_programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays", "approves", "smsBudget", "smsSent") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays", "approves", "smsBudget", "smsSent" FROM "programmes"`,
    );
    await runner.query(`DROP TABLE "programmes"`);
    await runner.query(`ALTER TABLE "temporary_programmes" RENAME TO "programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(`ALTER TABLE "programmes" RENAME TO "temporary_programmes"`);
    await runner.query(
      `CREATE TABLE "programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10), "answerDays" integer, "approves" boolean NOT NULL DEFAULT (0), "smsBudget" integer, "smsSent" integer NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays", "approves", "smsBudget", "smsSent") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays", "approves", "smsBudget", "smsSent" FROM "temporary_programmes"`,
    );
    await runner.query(`DROP TABLE "temporary_programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
  }
}
