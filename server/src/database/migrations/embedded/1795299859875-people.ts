import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1795299859875 implements MigrationInterface {
  name = 'People1795299859875';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "session_messages" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "text" varchar(100) NOT NULL, "told" integer NOT NULL DEFAULT (0), "keyId" varchar(64) NOT NULL, "bodyHash" varchar(64) NOT NULL, "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_be15965a8de3e36645391e8c1f" ON "session_messages" ("sessionId") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_72542482c9e577cf8f4032208a" ON "session_messages" ("keyId") `);
    await runner.query(
      `CREATE TABLE "monthly_topics" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "month" varchar(7) NOT NULL, "title" varchar(60) NOT NULL, "state" varchar(8) NOT NULL, "votesUntil" datetime(3) NOT NULL, "chosenId" varchar(19), "choiceReason" varchar(200), "chosenAt" datetime(3), "sessionId" varchar(19), "outcome" text, "outcomeAt" datetime(3), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_c4c66f0a7cfb1cbd56d2162060" ON "monthly_topics" ("state", "month") `);
    await runner.query(`CREATE INDEX "IDX_cc77f3ad7c01b10132ea98a702" ON "monthly_topics" ("organizerId", "month") `);
    await runner.query(
      `CREATE TABLE "topic_candidates" ("id" varchar(19) PRIMARY KEY NOT NULL, "monthlyTopicId" varchar(19) NOT NULL, "title" varchar(60) NOT NULL, "note" varchar(200) NOT NULL DEFAULT (''), "topic" varchar(12), "place" integer)`,
    );
    await runner.query(`CREATE INDEX "IDX_bc0d3f1a7dbbbb7324280e3112" ON "topic_candidates" ("monthlyTopicId") `);
    await runner.query(
      `CREATE TABLE "topic_votes" ("monthlyTopicId" varchar(19) NOT NULL, "accountId" varchar(19) NOT NULL, "candidateId" varchar(19) NOT NULL, "at" datetime(3) NOT NULL, PRIMARY KEY ("monthlyTopicId", "accountId"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_50c31e97a2599ba4ab45c1793a" ON "topic_votes" ("monthlyTopicId", "candidateId") `,
    );
    await runner.query(`DROP INDEX "IDX_477e3187cedfb5a3ac121e899c"`);
    await runner.query(`DROP INDEX "IDX_bd28bf4126f590ab659808a787"`);
    await runner.query(
      `CREATE TABLE "temporary_accounts" ("id" varchar(19) PRIMARY KEY NOT NULL, "role" varchar(12) NOT NULL, "username" varchar(60), "passwordHash" varchar(200), "name" varchar(400), "phone" varchar(200), "phoneIndex" varchar(64), "phoneLast4" varchar(4), "organizerId" varchar(19), "disabledAt" datetime(3), "createdAt" datetime(3) NOT NULL, "over60" boolean NOT NULL DEFAULT (0), "passwordOnceUntil" datetime(3))`,
    );
    await runner.query(
      `INSERT INTO "temporary_accounts"("id", "role", "username", "passwordHash", "name", "phone", "phoneIndex", "phoneLast4", "organizerId", "disabledAt", "createdAt", "over60") SELECT "id", "role", "username", "passwordHash", "name", "phone", "phoneIndex", "phoneLast4", "organizerId", "disabledAt", "createdAt", "over60" FROM "accounts"`,
    );
    await runner.query(`DROP TABLE "accounts"`);
    await runner.query(`ALTER TABLE "temporary_accounts" RENAME TO "accounts"`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_477e3187cedfb5a3ac121e899c" ON "accounts" ("username") `);
    await runner.query(`CREATE INDEX "IDX_bd28bf4126f590ab659808a787" ON "accounts" ("phoneIndex") `);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(
      `CREATE TABLE "temporary_programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10), "answerDays" integer)`,
    );
    await runner.query(
      `INSERT INTO "temporary_programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays" FROM "programmes"`,
    );
    await runner.query(`DROP TABLE "programmes"`);
    await runner.query(`ALTER TABLE "temporary_programmes" RENAME TO "programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_b0c029df8ba315ac04779b2036"`);
    await runner.query(`DROP INDEX "IDX_b8c661296bed56a2dd6a3fde1a"`);
    await runner.query(`DROP INDEX "IDX_c8d18d49db2df411cc39710d86"`);
    await runner.query(`DROP INDEX "IDX_f5206fbc1afb6b3f6851a01781"`);
    await runner.query(
      `CREATE TABLE "temporary_suggestions" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "eventId" varchar(19), "sessionId" varchar(19), "accountId" varchar(19), "kind" varchar(12) NOT NULL, "state" varchar(12) NOT NULL, "text" text, "mayCall" boolean NOT NULL DEFAULT (0), "dueAt" datetime(3) NOT NULL, "answeredAt" datetime(3), "declaredAt" datetime(3), "verdict" varchar(12), "sentBack" integer NOT NULL DEFAULT (0), "publicQuestion" varchar(100), "publicAnswer" text, "publishedAt" datetime(3), "keyId" varchar(64), "bodyHash" varchar(64), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "programmeId" varchar(19), "source" varchar(8) NOT NULL DEFAULT ('online'), "name" varchar(400), "phone" varchar(200), "phoneLast4" varchar(4), "verdictBy" varchar(8))`,
    );
    await runner.query(
      `INSERT INTO "temporary_suggestions"("id", "organizerId", "eventId", "sessionId", "accountId", "kind", "state", "text", "mayCall", "dueAt", "answeredAt", "declaredAt", "verdict", "sentBack", "publicQuestion", "publicAnswer", "publishedAt", "keyId", "bodyHash", "createdAt", "updatedAt") SELECT "id", "organizerId", "eventId", "sessionId", "accountId", "kind", "state", "text", "mayCall", "dueAt", "answeredAt", "declaredAt", "verdict", "sentBack", "publicQuestion", "publicAnswer", "publishedAt", "keyId", "bodyHash", "createdAt", "updatedAt" FROM "suggestions"`,
    );
    await runner.query(`DROP TABLE "suggestions"`);
    await runner.query(`ALTER TABLE "temporary_suggestions" RENAME TO "suggestions"`);
    await runner.query(
      `CREATE INDEX "IDX_b0c029df8ba315ac04779b2036" ON "suggestions" ("organizerId", "state", "dueAt") `,
    );
    await runner.query(`CREATE INDEX "IDX_b8c661296bed56a2dd6a3fde1a" ON "suggestions" ("eventId", "publishedAt") `);
    await runner.query(`CREATE INDEX "IDX_c8d18d49db2df411cc39710d86" ON "suggestions" ("accountId", "createdAt") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_f5206fbc1afb6b3f6851a01781" ON "suggestions" ("keyId") `);
    await runner.query(`DROP INDEX "IDX_4b455135d938a001de729609d8"`);
    await runner.query(`DROP INDEX "IDX_20721a18d2c8abc17f0cae4641"`);
    await runner.query(
      `CREATE TABLE "temporary_suggestion_steps" ("id" varchar(19) PRIMARY KEY NOT NULL, "suggestionId" varchar(19) NOT NULL, "kind" varchar(12) NOT NULL, "by" varchar(8) NOT NULL, "organizerId" varchar(19), "text" text, "verdict" varchar(12), "dueAt" datetime(3), "at" datetime(3) NOT NULL, "accountId" varchar(19), "caller" varchar(20))`,
    );
    await runner.query(
      `INSERT INTO "temporary_suggestion_steps"("id", "suggestionId", "kind", "by", "organizerId", "text", "verdict", "dueAt", "at", "accountId") SELECT "id", "suggestionId", "kind", "by", "organizerId", "text", "verdict", "dueAt", "at", "accountId" FROM "suggestion_steps"`,
    );
    await runner.query(`DROP TABLE "suggestion_steps"`);
    await runner.query(`ALTER TABLE "temporary_suggestion_steps" RENAME TO "suggestion_steps"`);
    await runner.query(`CREATE INDEX "IDX_4b455135d938a001de729609d8" ON "suggestion_steps" ("accountId") `);
    await runner.query(`CREATE INDEX "IDX_20721a18d2c8abc17f0cae4641" ON "suggestion_steps" ("suggestionId") `);
    await runner.query(`CREATE INDEX "IDX_82620856cc0e6364a203314722" ON "accounts" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_5fca01feb6b69f00ce437e0b36" ON "audit_entries" ("accountId", "at") `);
    await runner.query(`CREATE INDEX "IDX_dac7bf2d61dc2af21b7964341a" ON "suggestions" ("programmeId", "state") `);
    await runner.query(
      'UPDATE suggestions SET programmeId = (SELECT e.programmeId FROM events e WHERE e.id = suggestions.eventId)',
    );
    await runner.query(`UPDATE suggestions SET verdictBy = 'resident' WHERE verdict IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_dac7bf2d61dc2af21b7964341a"`);
    await runner.query(`DROP INDEX "IDX_5fca01feb6b69f00ce437e0b36"`);
    await runner.query(`DROP INDEX "IDX_82620856cc0e6364a203314722"`);
    await runner.query(`DROP INDEX "IDX_20721a18d2c8abc17f0cae4641"`);
    await runner.query(`DROP INDEX "IDX_4b455135d938a001de729609d8"`);
    await runner.query(`ALTER TABLE "suggestion_steps" RENAME TO "temporary_suggestion_steps"`);
    await runner.query(
      `CREATE TABLE "suggestion_steps" ("id" varchar(19) PRIMARY KEY NOT NULL, "suggestionId" varchar(19) NOT NULL, "kind" varchar(12) NOT NULL, "by" varchar(8) NOT NULL, "organizerId" varchar(19), "text" text, "verdict" varchar(12), "dueAt" datetime(3), "at" datetime(3) NOT NULL, "accountId" varchar(19))`,
    );
    await runner.query(
      `INSERT INTO "suggestion_steps"("id", "suggestionId", "kind", "by", "organizerId", "text", "verdict", "dueAt", "at", "accountId") SELECT "id", "suggestionId", "kind", "by", "organizerId", "text", "verdict", "dueAt", "at", "accountId" FROM "temporary_suggestion_steps"`,
    );
    await runner.query(`DROP TABLE "temporary_suggestion_steps"`);
    await runner.query(`CREATE INDEX "IDX_20721a18d2c8abc17f0cae4641" ON "suggestion_steps" ("suggestionId") `);
    await runner.query(`CREATE INDEX "IDX_4b455135d938a001de729609d8" ON "suggestion_steps" ("accountId") `);
    await runner.query(`DROP INDEX "IDX_f5206fbc1afb6b3f6851a01781"`);
    await runner.query(`DROP INDEX "IDX_c8d18d49db2df411cc39710d86"`);
    await runner.query(`DROP INDEX "IDX_b8c661296bed56a2dd6a3fde1a"`);
    await runner.query(`DROP INDEX "IDX_b0c029df8ba315ac04779b2036"`);
    await runner.query(`ALTER TABLE "suggestions" RENAME TO "temporary_suggestions"`);
    await runner.query(
      `CREATE TABLE "suggestions" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "eventId" varchar(19), "sessionId" varchar(19), "accountId" varchar(19), "kind" varchar(12) NOT NULL, "state" varchar(12) NOT NULL, "text" text, "mayCall" boolean NOT NULL DEFAULT (0), "dueAt" datetime(3) NOT NULL, "answeredAt" datetime(3), "declaredAt" datetime(3), "verdict" varchar(12), "sentBack" integer NOT NULL DEFAULT (0), "publicQuestion" varchar(100), "publicAnswer" text, "publishedAt" datetime(3), "keyId" varchar(64), "bodyHash" varchar(64), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "suggestions"("id", "organizerId", "eventId", "sessionId", "accountId", "kind", "state", "text", "mayCall", "dueAt", "answeredAt", "declaredAt", "verdict", "sentBack", "publicQuestion", "publicAnswer", "publishedAt", "keyId", "bodyHash", "createdAt", "updatedAt") SELECT "id", "organizerId", "eventId", "sessionId", "accountId", "kind", "state", "text", "mayCall", "dueAt", "answeredAt", "declaredAt", "verdict", "sentBack", "publicQuestion", "publicAnswer", "publishedAt", "keyId", "bodyHash", "createdAt", "updatedAt" FROM "temporary_suggestions"`,
    );
    await runner.query(`DROP TABLE "temporary_suggestions"`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_f5206fbc1afb6b3f6851a01781" ON "suggestions" ("keyId") `);
    await runner.query(`CREATE INDEX "IDX_c8d18d49db2df411cc39710d86" ON "suggestions" ("accountId", "createdAt") `);
    await runner.query(`CREATE INDEX "IDX_b8c661296bed56a2dd6a3fde1a" ON "suggestions" ("eventId", "publishedAt") `);
    await runner.query(
      `CREATE INDEX "IDX_b0c029df8ba315ac04779b2036" ON "suggestions" ("organizerId", "state", "dueAt") `,
    );
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(`ALTER TABLE "programmes" RENAME TO "temporary_programmes"`);
    await runner.query(
      `CREATE TABLE "programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10))`,
    );
    await runner.query(
      `INSERT INTO "programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays" FROM "temporary_programmes"`,
    );
    await runner.query(`DROP TABLE "temporary_programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_bd28bf4126f590ab659808a787"`);
    await runner.query(`DROP INDEX "IDX_477e3187cedfb5a3ac121e899c"`);
    await runner.query(`ALTER TABLE "accounts" RENAME TO "temporary_accounts"`);
    await runner.query(
      `CREATE TABLE "accounts" ("id" varchar(19) PRIMARY KEY NOT NULL, "role" varchar(12) NOT NULL, "username" varchar(60), "passwordHash" varchar(200), "name" varchar(400), "phone" varchar(200), "phoneIndex" varchar(64), "phoneLast4" varchar(4), "organizerId" varchar(19), "disabledAt" datetime(3), "createdAt" datetime(3) NOT NULL, "over60" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "accounts"("id", "role", "username", "passwordHash", "name", "phone", "phoneIndex", "phoneLast4", "organizerId", "disabledAt", "createdAt", "over60") SELECT "id", "role", "username", "passwordHash", "name", "phone", "phoneIndex", "phoneLast4", "organizerId", "disabledAt", "createdAt", "over60" FROM "temporary_accounts"`,
    );
    await runner.query(`DROP TABLE "temporary_accounts"`);
    await runner.query(`CREATE INDEX "IDX_bd28bf4126f590ab659808a787" ON "accounts" ("phoneIndex") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_477e3187cedfb5a3ac121e899c" ON "accounts" ("username") `);
    await runner.query(`DROP INDEX "IDX_50c31e97a2599ba4ab45c1793a"`);
    await runner.query(`DROP TABLE "topic_votes"`);
    await runner.query(`DROP INDEX "IDX_bc0d3f1a7dbbbb7324280e3112"`);
    await runner.query(`DROP TABLE "topic_candidates"`);
    await runner.query(`DROP INDEX "IDX_cc77f3ad7c01b10132ea98a702"`);
    await runner.query(`DROP INDEX "IDX_c4c66f0a7cfb1cbd56d2162060"`);
    await runner.query(`DROP TABLE "monthly_topics"`);
    await runner.query(`DROP INDEX "IDX_72542482c9e577cf8f4032208a"`);
    await runner.query(`DROP INDEX "IDX_be15965a8de3e36645391e8c1f"`);
    await runner.query(`DROP TABLE "session_messages"`);
  }
}
