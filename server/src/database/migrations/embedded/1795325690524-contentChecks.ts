import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContentChecks1795325690524 implements MigrationInterface {
  name = 'ContentChecks1795325690524';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "content_checks" ("suggestionId" varchar(19) PRIMARY KEY NOT NULL, "dueAt" datetime(3), "tries" integer NOT NULL DEFAULT (0), "verdict" varchar(8))`,
    );
    await runner.query(`CREATE INDEX "IDX_0d7d40f2673c3f273184833876" ON "content_checks" ("dueAt") `);
    await runner.query(
      `CREATE TABLE "held_publications" ("suggestionId" varchar(19) PRIMARY KEY NOT NULL, "question" varchar(100) NOT NULL, "answer" text NOT NULL, "why" varchar(10) NOT NULL, "askedBy" varchar(19) NOT NULL, "reason" varchar(100), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "work_wechats" ("accountId" varchar(19) PRIMARY KEY NOT NULL, "value" varchar(400) NOT NULL, "boundAt" datetime(3) NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "work_wechats"`);
    await runner.query(`DROP TABLE "held_publications"`);
    await runner.query(`DROP INDEX "IDX_0d7d40f2673c3f273184833876"`);
    await runner.query(`DROP TABLE "content_checks"`);
  }
}
