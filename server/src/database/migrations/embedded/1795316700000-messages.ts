import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Messages1795316700000 implements MigrationInterface {
  name = 'Messages1795316700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "inbox_marks" ("accountId" varchar(19) PRIMARY KEY NOT NULL, "upTo" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "message_credits" ("accountId" varchar(19) NOT NULL, "templateId" varchar(64) NOT NULL, "remaining" integer NOT NULL DEFAULT (0), "lastTap" varchar(36) NOT NULL, PRIMARY KEY ("accountId", "templateId"))`,
    );
    await runner.query(
      `CREATE TABLE "message_deliveries" ("messageId" varchar(19) NOT NULL, "channel" varchar(8) NOT NULL, "accountId" varchar(19) NOT NULL, "state" varchar(8) NOT NULL, "tries" integer NOT NULL DEFAULT (0), "updatedAt" datetime(3) NOT NULL, PRIMARY KEY ("messageId", "channel"))`,
    );
    await runner.query(`CREATE INDEX "IDX_0b46f34907750e9fec2186859a" ON "message_deliveries" ("accountId") `);
    await runner.query(
      `CREATE TABLE "phone_calls" ("registrationId" varchar(19) PRIMARY KEY NOT NULL, "messageId" varchar(19) NOT NULL, "accountId" varchar(19) NOT NULL, "sessionId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "why" varchar(10) NOT NULL, "createdAt" datetime(3) NOT NULL, "doneAt" datetime(3), "doneBy" varchar(19))`,
    );
    await runner.query(`CREATE INDEX "IDX_8c01137c14401e99047e252760" ON "phone_calls" ("messageId") `);
    await runner.query(`CREATE INDEX "IDX_9354859e5a486672bb862971c8" ON "phone_calls" ("accountId") `);
    await runner.query(`CREATE INDEX "IDX_2904732719766c27c3a76b109a" ON "phone_calls" ("organizerId", "doneAt") `);
    await runner.query(
      `CREATE TABLE "reminders" ("registrationId" varchar(19) NOT NULL, "kind" varchar(12) NOT NULL, "day" varchar(10) NOT NULL, "createdAt" datetime(3) NOT NULL, PRIMARY KEY ("registrationId", "kind", "day"))`,
    );
    await runner.query(`DROP INDEX "IDX_7a6713889d248b3163696f2274"`);
    await runner.query(
      `CREATE TABLE "temporary_outbox_messages" ("id" varchar(19) PRIMARY KEY NOT NULL, "kind" varchar(20) NOT NULL, "accountId" varchar(19) NOT NULL, "subjectId" varchar(19) NOT NULL, "createdAt" datetime(3) NOT NULL, "note" varchar(100), "dueAt" datetime(3))`,
    );
    await runner.query(
      `INSERT INTO "temporary_outbox_messages"("id", "kind", "accountId", "subjectId", "createdAt", "note") SELECT "id", "kind", "accountId", "subjectId", "createdAt", "note" FROM "outbox_messages"`,
    );
    await runner.query(`DROP TABLE "outbox_messages"`);
    await runner.query(`ALTER TABLE "temporary_outbox_messages" RENAME TO "outbox_messages"`);
    await runner.query(`CREATE INDEX "IDX_7a6713889d248b3163696f2274" ON "outbox_messages" ("accountId") `);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(
      `CREATE TABLE "temporary_programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10), "answerDays" integer, "approves" boolean NOT NULL DEFAULT (0), "smsBudget" integer, "smsSent" integer NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "temporary_programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays", "approves") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays", "approves" FROM "programmes"`,
    );
    await runner.query(`DROP TABLE "programmes"`);
    await runner.query(`ALTER TABLE "temporary_programmes" RENAME TO "programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`CREATE INDEX "IDX_b0757b51b352408a055d204fca" ON "outbox_messages" ("dueAt") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_b0757b51b352408a055d204fca"`);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(`ALTER TABLE "programmes" RENAME TO "temporary_programmes"`);
    await runner.query(
      `CREATE TABLE "programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "noShowLimit" integer, "noShowDays" integer, "noShowsSoughtAt" datetime(3), "closingDays" integer NOT NULL DEFAULT (10), "answerDays" integer, "approves" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "programmes"("id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays", "approves") SELECT "id", "organizerId", "title", "year", "createdAt", "noShowLimit", "noShowDays", "noShowsSoughtAt", "closingDays", "answerDays", "approves" FROM "temporary_programmes"`,
    );
    await runner.query(`DROP TABLE "temporary_programmes"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(`DROP INDEX "IDX_7a6713889d248b3163696f2274"`);
    await runner.query(`ALTER TABLE "outbox_messages" RENAME TO "temporary_outbox_messages"`);
    await runner.query(
      `CREATE TABLE "outbox_messages" ("id" varchar(19) PRIMARY KEY NOT NULL, "kind" varchar(20) NOT NULL, "accountId" varchar(19) NOT NULL, "subjectId" varchar(19) NOT NULL, "createdAt" datetime(3) NOT NULL, "note" varchar(100))`,
    );
    await runner.query(
      `INSERT INTO "outbox_messages"("id", "kind", "accountId", "subjectId", "createdAt", "note") SELECT "id", "kind", "accountId", "subjectId", "createdAt", "note" FROM "temporary_outbox_messages"`,
    );
    await runner.query(`DROP TABLE "temporary_outbox_messages"`);
    await runner.query(`CREATE INDEX "IDX_7a6713889d248b3163696f2274" ON "outbox_messages" ("accountId") `);
    await runner.query(`DROP TABLE "reminders"`);
    await runner.query(`DROP INDEX "IDX_2904732719766c27c3a76b109a"`);
    await runner.query(`DROP INDEX "IDX_9354859e5a486672bb862971c8"`);
    await runner.query(`DROP INDEX "IDX_8c01137c14401e99047e252760"`);
    await runner.query(`DROP TABLE "phone_calls"`);
    await runner.query(`DROP INDEX "IDX_0b46f34907750e9fec2186859a"`);
    await runner.query(`DROP TABLE "message_deliveries"`);
    await runner.query(`DROP TABLE "message_credits"`);
    await runner.query(`DROP TABLE "inbox_marks"`);
  }
}
