import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DrawnLists1795264900000 implements MigrationInterface {
  name = 'DrawnLists1795264900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "draws" ADD "pools" text`);
    await runner.query(`ALTER TABLE "draws" ADD "ceiling" integer`);
    await runner.query(`ALTER TABLE "restrictions" ADD "clearReason" varchar(100)`);
    await runner.query(`ALTER TABLE "programmes" ADD "noShowsSoughtAt" datetime(3)`);
    await runner.query(
      `CREATE TABLE "temporary_draw_entries" ("sessionId" varchar(19) NOT NULL, "ticketNo" integer NOT NULL, "maskedName" varchar(20) NOT NULL, "seats" integer NOT NULL DEFAULT (0), "quota" varchar(20) NOT NULL, "joinWaitlist" boolean NOT NULL DEFAULT (0), "place" integer NOT NULL DEFAULT (0), "outcome" varchar(12), PRIMARY KEY ("sessionId", "ticketNo"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_draw_entries"("sessionId", "ticketNo", "maskedName", "seats", "quota", "joinWaitlist", "place", "outcome") SELECT "sessionId", "ticketNo", "maskedName", "seats", "quota", "joinWaitlist", "place", "outcome" FROM "draw_entries"`,
    );
    await runner.query(`DROP TABLE "draw_entries"`);
    await runner.query(`ALTER TABLE "temporary_draw_entries" RENAME TO "draw_entries"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "temporary_draw_entries" ("sessionId" varchar(19) NOT NULL, "ticketNo" integer NOT NULL, "maskedName" varchar(20) NOT NULL, "seats" integer NOT NULL DEFAULT (0), "quota" varchar(20) NOT NULL, "joinWaitlist" boolean NOT NULL DEFAULT (0), "place" integer NOT NULL DEFAULT (0), "outcome" varchar(12) NOT NULL, PRIMARY KEY ("sessionId", "ticketNo"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_draw_entries"("sessionId", "ticketNo", "maskedName", "seats", "quota", "joinWaitlist", "place", "outcome") SELECT "sessionId", "ticketNo", "maskedName", "seats", "quota", "joinWaitlist", "place", "outcome" FROM "draw_entries" WHERE "outcome" IS NOT NULL`,
    );
    await runner.query(`DROP TABLE "draw_entries"`);
    await runner.query(`ALTER TABLE "temporary_draw_entries" RENAME TO "draw_entries"`);
    await runner.query(`ALTER TABLE "programmes" DROP COLUMN "noShowsSoughtAt"`);
    await runner.query(`ALTER TABLE "restrictions" DROP COLUMN "clearReason"`);
    await runner.query(`ALTER TABLE "draws" DROP COLUMN "ceiling"`);
    await runner.query(`ALTER TABLE "draws" DROP COLUMN "pools"`);
  }
}
