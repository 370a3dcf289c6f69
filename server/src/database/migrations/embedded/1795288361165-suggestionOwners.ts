import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SuggestionOwners1795288361165 implements MigrationInterface {
  name = 'SuggestionOwners1795288361165';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_20721a18d2c8abc17f0cae4641"`);
    await runner.query(
      `CREATE TABLE "temporary_suggestion_steps" ("id" varchar(19) PRIMARY KEY NOT NULL, "suggestionId" varchar(19) NOT NULL, "kind" varchar(12) NOT NULL, "by" varchar(8) NOT NULL, "organizerId" varchar(19), "text" text, "verdict" varchar(12), "dueAt" datetime(3), "at" datetime(3) NOT NULL, "accountId" varchar(19))`,
    );
    await runner.query(
      `INSERT INTO "temporary_suggestion_steps"("id", "suggestionId", "kind", "by", "organizerId", "text", "verdict", "dueAt", "at") SELECT "id", "suggestionId", "kind", "by", "organizerId", "text", "verdict", "dueAt", "at" FROM "suggestion_steps"`,
    );
    await runner.query(`DROP TABLE "suggestion_steps"`);
    await runner.query(`ALTER TABLE "temporary_suggestion_steps" RENAME TO "suggestion_steps"`);
    await runner.query(`CREATE INDEX "IDX_20721a18d2c8abc17f0cae4641" ON "suggestion_steps" ("suggestionId") `);
    await runner.query(`CREATE INDEX "IDX_4b455135d938a001de729609d8" ON "suggestion_steps" ("accountId") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_4b455135d938a001de729609d8"`);
    await runner.query(`DROP INDEX "IDX_20721a18d2c8abc17f0cae4641"`);
    await runner.query(`ALTER TABLE "suggestion_steps" RENAME TO "temporary_suggestion_steps"`);
    await runner.query(
      `CREATE TABLE "suggestion_steps" ("id" varchar(19) PRIMARY KEY NOT NULL, "suggestionId" varchar(19) NOT NULL, "kind" varchar(12) NOT NULL, "by" varchar(8) NOT NULL, "organizerId" varchar(19), "text" text, "verdict" varchar(12), "dueAt" datetime(3), "at" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "suggestion_steps"("id", "suggestionId", "kind", "by", "organizerId", "text", "verdict", "dueAt", "at") SELECT "id", "suggestionId", "kind", "by", "organizerId", "text", "verdict", "dueAt", "at" FROM "temporary_suggestion_steps"`,
    );
    await runner.query(`DROP TABLE "temporary_suggestion_steps"`);
    await runner.query(`CREATE INDEX "IDX_20721a18d2c8abc17f0cae4641" ON "suggestion_steps" ("suggestionId") `);
  }
}
