import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosingReports1795299481707 implements MigrationInterface {
  name = 'ClosingReports1795299481707';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "closing_reports" ("sessionId" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "state" varchar(10) NOT NULL, "actual" integer, "source" varchar(10), "actualSaid" boolean NOT NULL DEFAULT (0), "countReasons" text NOT NULL, "countNote" varchar(100) NOT NULL DEFAULT (''), "planReasons" text NOT NULL, "planNote" varchar(100) NOT NULL DEFAULT (''), "explanations" integer, "photos" text NOT NULL, "photosVouched" boolean NOT NULL DEFAULT (0), "publicLine" varchar(200) NOT NULL DEFAULT (''), "told" text, "publishedAt" datetime(3), "recordedAfter" boolean NOT NULL DEFAULT (0), "suggestions" integer, "resolved" integer, "soonToldAt" datetime(3), "dueToldAt" datetime(3), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_c2b978fc388163454d16df6e7d" ON "closing_reports" ("eventId") `);
    await runner.query(`CREATE INDEX "IDX_b98f9bacf55fd2be49cf29cb4d" ON "closing_reports" ("organizerId", "state") `);
    await runner.query(
      `CREATE TABLE "images" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "sha" varchar(64) NOT NULL, "width" integer NOT NULL DEFAULT (0), "height" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE UNIQUE INDEX "IDX_03d2094cd37c3273a31262a24f" ON "images" ("sha", "organizerId") `);
    await runner.query(
      `CREATE TABLE "image_pieces" ("sha" varchar(64) NOT NULL, "size" varchar(8) NOT NULL, "no" integer NOT NULL, "bytes" blob NOT NULL, PRIMARY KEY ("sha", "size", "no"))`,
    );
    await runner.query(
      `CREATE TABLE "paper_batches" ("id" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "sessionId" varchar(19), "organizerId" varchar(19) NOT NULL, "place" varchar(60) NOT NULL, "handedOut" integer NOT NULL DEFAULT (0), "returned" integer NOT NULL DEFAULT (0), "tallies" text, "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_6c4e53af87c56ea4de78982f3c" ON "paper_batches" ("eventId") `);
    await runner.query(`CREATE INDEX "IDX_0ed2dc7e4f73170e8f25262987" ON "paper_batches" ("sessionId") `);
    await runner.query(`CREATE INDEX "IDX_f7b330674812a386822a3ae70f" ON "paper_batches" ("organizerId") `);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(
      `CREATE TABLE "temporary_programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10))`,
    );
    await runner.query(
      `INSERT INTO "temporary_programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt" FROM "programmes"`,
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
      `CREATE TABLE "programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3))`,
    );
    await runner.query(
      `INSERT INTO "programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt" FROM "temporary_programmes"`,
    );
    await runner.query(`DROP TABLE "temporary_programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_f7b330674812a386822a3ae70f"`);
    await runner.query(`DROP INDEX "IDX_0ed2dc7e4f73170e8f25262987"`);
    await runner.query(`DROP INDEX "IDX_6c4e53af87c56ea4de78982f3c"`);
    await runner.query(`DROP TABLE "paper_batches"`);
    await runner.query(`DROP TABLE "image_pieces"`);
    await runner.query(`DROP INDEX "IDX_03d2094cd37c3273a31262a24f"`);
    await runner.query(`DROP TABLE "images"`);
    await runner.query(`DROP INDEX "IDX_b98f9bacf55fd2be49cf29cb4d"`);
    await runner.query(`DROP INDEX "IDX_c2b978fc388163454d16df6e7d"`);
    await runner.query(`DROP TABLE "closing_reports"`);
  }
}
